namespace ClusterEngine.Testing;

/// <summary>Finds the folder that holds models and sample data.</summary>
public static class Repository
{
    /// <summary>The repository's top folder, above the running program.</summary>
    /// <exception cref="DirectoryNotFoundException">The program runs outside the repository.</exception>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClusterEngine.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The program runs outside the repository.");
    }

    /// <summary>The folder with the sample profiles.</summary>
    public static string SampleProfiles() => Path.Combine(Root(), "data", "sample", "profiles");
}
