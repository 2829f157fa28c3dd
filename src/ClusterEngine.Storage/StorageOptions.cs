namespace ClusterEngine.Storage;

/// <summary>Where the data is kept, section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Which kind of store.</summary>
    /// <value><c>sqlite</c>: one file. The default is <c>sqlite</c>; nothing else is built yet.</value>
    public string Provider { get; set; } = "sqlite";

    /// <summary>The directory that holds <c>clusterengine.db</c>; made, for its owner alone, when it is not there.
    /// A relative path is taken from the directory that the program was started in.</summary>
    /// <value>A path on a local disk. The default is <see cref="DefaultDataDirectory"/>.</value>
    public string DataDirectory { get; set; } = DefaultDataDirectory;

    /// <summary><c>$XDG_DATA_HOME/clusterengine</c>, or <c>~/.local/share/clusterengine</c> when that variable is not
    /// set to an absolute path; on Windows and macOS the same folder under the user's local application data.
    /// Empty when the user has no home directory.</summary>
    public static string DefaultDataDirectory
    {
        get
        {
            // .NET reads XDG_DATA_HOME itself. Without DoNotVerify it answers "" for a folder that is not there yet.
            var local = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return local.Length == 0 ? "" : Path.Combine(local, "clusterengine");
        }
    }
}
