using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Storage;

/// <summary>Keeps reports: for each ISO week at most one draft (version 0) and published versions 1, 2, 3 and so on, which are frozen.</summary>
public interface IReportStore
{
    /// <summary>Stores a week's draft in place of the draft there was. When the same run is the week's latest published
    /// version already, nothing changes.</summary>
    ValueTask PutDraftAsync(StoredReport report, CancellationToken cancellationToken);

    /// <summary>Makes the week's draft its next published version and removes the draft.</summary>
    /// <returns>The published report; when there is no draft, the latest published version unchanged; null when the week has neither.</returns>
    ValueTask<StoredReport?> PublishAsync(IsoWeek week, CancellationToken cancellationToken);

    /// <summary>A version of a week's report; version null: the draft if there is one, else the latest published.</summary>
    ValueTask<StoredReport?> FindAsync(IsoWeek week, int? version, CancellationToken cancellationToken);

    /// <summary>What reports there are, latest week first, then draft, then latest version; without their files.</summary>
    ValueTask<IReadOnlyList<ReportHeading>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>Which report it is.</summary>
/// <param name="Week">The ISO week.</param>
/// <param name="Version">0: draft; from 1: published.</param>
/// <param name="RunId">The run that wrote it.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="PublishedAt">When it was published, UTC; null: a draft.</param>
public sealed record ReportHeading(
    IsoWeek Week, int Version, string RunId, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt);

/// <summary>A report with its files.</summary>
/// <param name="Heading">Which one it is.</param>
/// <param name="Files">The bytes of each file by name: <c>report.json</c>, <c>report.sv.html</c>, <c>report.en.html</c>, <c>report.sv.csv</c>, <c>report.en.csv</c>.</param>
public sealed record StoredReport(ReportHeading Heading, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files);
