namespace ClusterEngine.Core.Import;

/// <summary>Tells how far a file has been read, each 64 KiB and at the end.</summary>
internal sealed class ProgressReporter(IProgress<ImportProgress>? progress, long total)
{
    private const long Step = 64 * 1024;
    private long _told;

    public void Row(long bytesRead, int rows)
    {
        if (bytesRead - _told >= Step)
        {
            _told = bytesRead;
            progress?.Report(new ImportProgress(Math.Min(bytesRead, total), total, rows));
        }
    }

    public void End(int rows) => progress?.Report(new ImportProgress(total, total, rows));
}
