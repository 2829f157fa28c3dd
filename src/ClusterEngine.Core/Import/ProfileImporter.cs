using System.Globalization;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Import;

/// <summary>Reads profiles from a file, row by row, and stores those that hold what the format asks for.</summary>
/// <remarks>
/// Profiles are written in batches, each on disk before the next is read, and a profile that is stored just so is left
/// alone. So an import that was killed is resumed by running it again: what had gone in is found unchanged, the rest
/// goes in, and nothing is doubled. Its outcome (counts and rejected rows) is recorded at the end, in place of that of
/// the source's last import. Profiles of the source that the file no longer has stay as they are.
/// </remarks>
public sealed class ProfileImporter
{
    private const int BatchRows = 200;
    private const int BatchBytes = ImportLimits.RowLength; // so that a batch of large rows takes no more than a few rows' memory

    private readonly IProfileStore _profiles;
    private readonly IImportStore _imports;
    private readonly string _region;
    private readonly TimeProvider _time;
    private readonly ILogger<ProfileImporter> _logger;

    /// <summary>Made by the container.</summary>
    public ProfileImporter(
        IProfileStore profiles, IImportStore imports, IOptions<RegionOptions> region, TimeProvider time,
        ILogger<ProfileImporter> logger)
    {
        (_profiles, _imports, _time, _logger) = (profiles, imports, time, logger);
        _region = region.Value.Id;
    }

    /// <summary>Imports a file.</summary>
    /// <param name="request">Which file, and how it is read.</param>
    /// <param name="progress">Told how far the file has been read; null: nobody asks.</param>
    /// <param name="cancellationToken">Stops between rows; batches that were written stay.</param>
    /// <returns>What went in and what did not.</returns>
    /// <exception cref="ImportException">The file as a whole cannot be imported.</exception>
    /// <exception cref="StorageException">The store failed.</exception>
    public async Task<ImportResult> ImportAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var today = StockholmTime.DayOf(now);
        var format = ImportFile.FormatOf(request.Path);
        var source = ImportFile.SourceOf(request, today);
        var stream = ImportFile.Open(request.Path);
        await using var _ = stream.ConfigureAwait(false);
        var rows = await RowReaders.OpenAsync(stream, format, request.Encoding, cancellationToken).ConfigureAwait(false);
        var work = new Work(
            new ProfileMapper(_region, source, new ImportDates(request.RelativeDatesTo), today), new Rejections(source));
        var reporter = new ProgressReporter(progress, stream.Length);
        try
        {
            await foreach (var row in rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                work.Take(row);
                if (work.Batch.Count >= BatchRows || work.BatchBytes >= BatchBytes)
                {
                    await WriteAsync(work, cancellationToken).ConfigureAwait(false);
                }

                reporter.Row(rows.BytesRead, work.Rows);
            }
        }
        catch (IOException exception)
        {
            throw ImportFile.Failed(exception);
        }

        if (work.Rows == 0)
        {
            throw ImportFile.Empty();
        }

        await WriteAsync(work, cancellationToken).ConfigureAwait(false);
        var rejected = work.Rejections.List();
        await _imports.PutAsync(
            new ImportRecord(source, now, work.Accepted, work.Rejections.Rows), rejected, cancellationToken).ConfigureAwait(false);
        reporter.End(work.Rows);
        ImportLog.Finished(
            _logger, source, work.Accepted, work.Written.Added, work.Written.Changed, work.Rejections.Rows);
        return new ImportResult(source, work.Accepted, work.Written, rejected) { RejectedRows = work.Rejections.Rows };
    }

    private async Task WriteAsync(Work work, CancellationToken cancellationToken)
    {
        if (work.Batch.Count == 0)
        {
            return;
        }

        work.Written += await _profiles.PutAsync([.. work.Batch], cancellationToken).ConfigureAwait(false);
        work.Accepted += work.Batch.Count;
        work.Batch.Clear();
        work.BatchBytes = 0;
    }

    /// <summary>An import under way. Grows with the number of ids in the file and with nothing else.</summary>
    private sealed class Work(ProfileMapper mapper, Rejections rejections)
    {
        private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

        public Rejections Rejections => rejections;

        public List<ProfileSubmission> Batch { get; } = [];

        public long BatchBytes { get; set; }

        public int Rows { get; private set; }

        public int Accepted { get; set; }

        public ProfileWriteResult Written { get; set; }

        public void Take(ImportRow row)
        {
            Rows++;
            var submission = row.Value is { } value ? mapper.Map(value, row.Problems) : null;
            if (row.Value?.Find("id") is { Kind: RowValueKind.Text } id
                && !_lines.TryAdd(id.Text.Trim(), row.Line))
            {
                row.Problems.Add(id, string.Create(CultureInfo.InvariantCulture,
                    $"is the same as on line {_lines[id.Text.Trim()]}: an id stands once in a file, and a CSV profile's rows stand together"));
            }

            if (row.Problems.Any || submission is null)
            {
                rejections.Add(row.Problems);
                return;
            }

            Batch.Add(submission);
            BatchBytes += row.Size;
        }
    }
}
