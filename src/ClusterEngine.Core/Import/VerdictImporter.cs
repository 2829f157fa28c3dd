using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Import;

/// <summary>Reads verdicts from a JSON Lines file and adds them to those there are. The same line twice counts once, so
/// an import that was killed is simply run again.</summary>
public sealed class VerdictImporter
{
    /// <summary>What the names of verdict files begin with in the list of imports, where profiles' sources stand too.</summary>
    public const string SourcePrefix = "verdicts:";

    private const int BatchRows = 200;

    private readonly IProfileStore _profiles;
    private readonly IVerdictStore _verdicts;
    private readonly IImportStore _imports;
    private readonly string _region;
    private readonly TimeProvider _time;
    private readonly ILogger<VerdictImporter> _logger;

    /// <summary>Made by the container.</summary>
    public VerdictImporter(
        IProfileStore profiles, IVerdictStore verdicts, IImportStore imports, IOptions<RegionOptions> region,
        TimeProvider time, ILogger<VerdictImporter> logger)
    {
        (_profiles, _verdicts, _imports, _time, _logger) = (profiles, verdicts, imports, time, logger);
        _region = region.Value.Id;
    }

    /// <summary>Imports a file of verdicts.</summary>
    /// <param name="request">Which file. Relative dates are never allowed here.</param>
    /// <param name="progress">Told how far the file has been read; null: nobody asks.</param>
    /// <param name="cancellationToken">Stops between rows; batches that were written stay.</param>
    /// <returns>What went in and what did not.</returns>
    /// <exception cref="ImportException">The file as a whole cannot be imported.</exception>
    /// <exception cref="StorageException">The store failed.</exception>
    public async Task<VerdictImportResult> ImportAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var today = StockholmTime.DayOf(now);
        if (ImportFile.FormatOf(request.Path) != ImportFormat.JsonLines)
        {
            throw new ImportException("Verdicts are read from JSON Lines only: name a .jsonl file.");
        }

        var source = SourcePrefix + ImportFile.SourceOf(request, today);
        var stream = ImportFile.Open(request.Path);
        await using var _ = stream.ConfigureAwait(false);
        var rows = await RowReaders.OpenAsync(stream, ImportFormat.JsonLines, request.Encoding, cancellationToken)
            .ConfigureAwait(false);
        var mapper = new VerdictMapper(_profiles, _region, today);
        var rejections = new Rejections(source);
        var reporter = new ProgressReporter(progress, stream.Length);
        var batch = new List<Verdict>();
        var (count, accepted, added) = (0, 0, 0);
        try
        {
            await foreach (var row in rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                count++;
                var verdict = row.Value is { } value
                    ? await mapper.MapAsync(value, row.Problems, cancellationToken).ConfigureAwait(false)
                    : null;
                if (verdict is null || row.Problems.Any)
                {
                    rejections.Add(row.Problems);
                }
                else
                {
                    accepted++;
                    batch.Add(verdict);
                }

                if (batch.Count >= BatchRows)
                {
                    added += await _verdicts.AddAsync([.. batch], cancellationToken).ConfigureAwait(false);
                    batch.Clear();
                }

                reporter.Row(rows.BytesRead, count);
            }
        }
        catch (IOException exception)
        {
            throw ImportFile.Failed(exception);
        }

        if (count == 0)
        {
            throw ImportFile.Empty();
        }

        if (batch.Count > 0)
        {
            added += await _verdicts.AddAsync([.. batch], cancellationToken).ConfigureAwait(false);
        }

        var rejected = rejections.List();
        await _imports.PutAsync(new ImportRecord(source, now, accepted, rejections.Rows), rejected, cancellationToken)
            .ConfigureAwait(false);
        reporter.End(count);
        ImportLog.VerdictsFinished(_logger, source, accepted, added, rejections.Rows);
        return new VerdictImportResult(source, accepted, added, rejected) { RejectedRows = rejections.Rows };
    }
}
