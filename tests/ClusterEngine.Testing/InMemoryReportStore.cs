using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Testing;

/// <summary>Reports in memory, for tests. Thread-safe.</summary>
/// <param name="time">The clock that dates publication.</param>
public sealed class InMemoryReportStore(TimeProvider time) : IReportStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(IsoWeek Week, int Version), StoredReport> _reports = [];

    public ValueTask PutDraftAsync(StoredReport report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var week = report.Heading.Week;
            if (LatestPublished(week) is not { } latest
                || !string.Equals(latest.Heading.RunId, report.Heading.RunId, StringComparison.Ordinal))
            {
                _reports[(week, 0)] = report with
                {
                    Heading = report.Heading with { Version = 0, PublishedAt = null },
                };
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<StoredReport?> PublishAsync(IsoWeek week, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var latest = LatestPublished(week);
            if (!_reports.Remove((week, 0), out var draft))
            {
                return ValueTask.FromResult(latest);
            }

            var version = (latest?.Heading.Version ?? 0) + 1;
            var published = draft with
            {
                Heading = draft.Heading with { Version = version, PublishedAt = time.GetUtcNow() },
            };
            _reports.Add((week, version), published);
            return ValueTask.FromResult<StoredReport?>(published);
        }
    }

    public ValueTask<StoredReport?> FindAsync(IsoWeek week, int? version, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(version is { } number
                ? _reports.GetValueOrDefault((week, number))
                : _reports.GetValueOrDefault((week, 0)) ?? LatestPublished(week));
        }
    }

    public ValueTask<IReadOnlyList<ReportHeading>> ListAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ReportHeading>>(
            [
                .. _reports.Values.Select(report => report.Heading)
                    .OrderByDescending(heading => heading.Week)
                    .ThenBy(heading => heading.Version != 0)
                    .ThenByDescending(heading => heading.Version),
            ]);
        }
    }

    private StoredReport? LatestPublished(IsoWeek week) => _reports.Values
        .Where(report => report.Heading.Week == week && report.Heading.Version > 0)
        .MaxBy(report => report.Heading.Version);
}
