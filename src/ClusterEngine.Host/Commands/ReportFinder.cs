using System.Text.Json;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>Finds stored reports, and matches in them.</summary>
internal static class ReportFinder
{
    /// <summary>A week's report.</summary>
    /// <param name="store">The reports.</param>
    /// <param name="week">The week; null: the latest that has a report.</param>
    /// <param name="version">0: the draft; null: the draft if there is one, else the latest published.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static async Task<StoredReport> FindAsync(
        IReportStore store, IsoWeek? week, int? version, CancellationToken cancellationToken)
    {
        var headings = await store.ListAsync(cancellationToken);
        if (headings.Count == 0)
        {
            throw new UsageException("There is no report yet. clusterengine match writes the first.");
        }

        var wanted = week ?? headings[0].Week;
        var found = await store.FindAsync(wanted, version, cancellationToken);
        return found ?? throw new UsageException(
            $"There is no {(version is null ? "report" : FormattableString.Invariant($"version {version} of the report"))} for {wanted}. There is "
            + string.Join(", ", headings.Take(10).Select(h => FormattableString.Invariant($"{h.Week} version {h.Version}"))) + ".");
    }

    /// <summary>The match of an id, or of the beginning of one, in the latest report that has it.</summary>
    /// <exception cref="UsageException">There is none, or the beginning fits several.</exception>
    public static async Task<ReportMatch> FindMatchAsync(
        IReportStore store, string written, CancellationToken cancellationToken)
    {
        var headings = await store.ListAsync(cancellationToken);
        foreach (var heading in headings)
        {
            var stored = await store.FindAsync(heading.Week, heading.Version, cancellationToken);
            if (stored is null)
            {
                continue; // replaced between the two calls
            }

            var found = Read(stored).Matches.Where(m => m.Id.StartsWith(written, StringComparison.Ordinal)).ToList();
            if (found.Count > 1)
            {
                throw new UsageException(
                    $"{written} is the beginning of {found.Count} matches in {heading.Week}. Write more of it.");
            }

            if (found.Count == 1)
            {
                return found[0];
            }
        }

        throw new UsageException(
            $"No report has a match {written}. clusterengine report lists the week's matches with their ids.");
    }

    /// <summary>The report in its stored form.</summary>
    public static Report Read(StoredReport stored)
    {
        try
        {
            return ReportJson.Read(stored.Files["report.json"].Span);
        }
        catch (JsonException exception)
        {
            throw new EnvironmentException(
                $"The stored report for {stored.Heading.Week} cannot be read: {exception.Message} clusterengine match writes it anew.", exception);
        }
    }
}
