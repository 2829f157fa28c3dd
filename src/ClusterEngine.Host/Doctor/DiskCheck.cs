using System.Globalization;
using ClusterEngine.Host.Cli;
using ClusterEngine.Storage;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Host.Doctor;

/// <summary>Whether the data directory can be written and has room.</summary>
internal static class DiskCheck
{
    // 10,000 profiles with 5 facets in 2 languages, 384 float32 each, are 154 MB of vectors; texts, reports and the
    // write-ahead log at most twice as much again.
    private const long WantedBytes = 500L * 1000 * 1000;

    /// <summary>Tries to write a file in the directory, or in the nearest one above it that exists.</summary>
    public static Finding Writable(CommandSession session)
    {
        var (directory, existing) = Places(session);
        var trial = Path.Combine(existing, $".clusterengine-{Path.GetRandomFileName()}");
        try
        {
            using (new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                var there = string.Equals(existing, directory, StringComparison.Ordinal);
                return new Finding(FindingState.Ok, "write permission", there ? directory : $"{directory} can be made");
            }
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return new Finding(
                FindingState.Problem, "write permission", $"{existing} cannot be written: {exception.Message}",
                "Give the program's user the right to write there, or set Storage:DataDirectory to another directory.");
        }
    }

    /// <summary>Looks how much room there is.</summary>
    public static Finding Space(CommandSession session)
    {
        var (_, existing) = Places(session);
        var free = new DriveInfo(existing).AvailableFreeSpace;
        var found = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:0.0} GB free in {existing}");
        return free >= WantedBytes
            ? new Finding(FindingState.Ok, "disk space", found)
            : new Finding(
                FindingState.Warning, "disk space", found,
                "Make room: a store of 10,000 profiles and its work files take up to 0.5 GB.");
    }

    private static (string Directory, string Existing) Places(CommandSession session)
    {
        var directory = session.FullPath(session.Get<IOptions<StorageOptions>>().Value.DataDirectory);
        var existing = directory;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        return (directory, existing);
    }
}
