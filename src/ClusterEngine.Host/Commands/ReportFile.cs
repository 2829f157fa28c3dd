namespace ClusterEngine.Host.Commands;

/// <summary>Writes a report's file.</summary>
internal static class ReportFile
{
    /// <summary>Writes it whole or not at all: beside the place first, then moved there.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var beside = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancellationToken);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }
        }
    }
}
