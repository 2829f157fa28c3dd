using System.Text.Json.Serialization;
using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Runs;

/// <summary>All that a run's result depends on, besides settings and model.</summary>
/// <param name="Profiles">By id.</param>
/// <param name="Verdicts">Up to the cut-off, by time and id.</param>
/// <param name="Earlier">The report of the last earlier week that has one; null: none.</param>
/// <param name="Seen">The last published report of an earlier week: coordinators have seen it, so that its undecided matches
/// carry over; null: none.</param>
/// <param name="Published">This week's latest published report, whose undecided matches stay; null: none.</param>
internal sealed record RunInputs(
    IReadOnlyList<Profile> Profiles, IReadOnlyList<Verdict> Verdicts, Report? Earlier, Report? Seen, Report? Published)
{
    /// <summary>Over the content of all of it.</summary>
    public string Digest() => DerivedId.Digest(
    [
        .. Profiles.Select(profile => System.Text.Json.JsonSerializer.Serialize(profile, RunJson.Default.Profile)),
        "verdicts", .. Verdicts.Select(verdict => verdict.Id),
        "reports", Earlier?.RunId ?? "", Seen?.RunId ?? "", Published?.RunId ?? "",
    ]);

    public static async Task<RunInputs> LoadAsync(
        IProfileStore profiles, IVerdictStore verdicts, IReportStore reports, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var all = new List<Profile>();
        await foreach (var profile in profiles.ListAsync(cancellationToken))
        {
            all.Add(profile);
        }

        var week = IsoWeek.Of(asOf);
        var headings = (await reports.ListAsync(cancellationToken))
            .OrderByDescending(heading => heading.Week).ThenByDescending(heading => heading.Version).ToList();
        return new RunInputs(
            all, [.. (await verdicts.ListAsync(cancellationToken)).Where(verdict => verdict.At <= asOf)],
            await ReadAsync(headings.Find(heading => heading.Week < week)),
            await ReadAsync(headings.Find(heading => heading.Week < week && heading.Version > 0)),
            await ReadAsync(headings.Find(heading => heading.Week == week && heading.Version > 0)));

        async Task<Report?> ReadAsync(ReportHeading? heading) =>
            heading is not null && await reports.FindAsync(heading.Week, heading.Version, cancellationToken) is { } stored
                ? ReportJson.Read(stored.Files["report.json"].Span)
                : null;
    }

    /// <summary>Over every setting that changes results.</summary>
    public static string SettingsDigest(
        CandidateOptions candidates, ScoringOptions scoring, AllocationOptions allocation, double fitThreshold) => DerivedId.Digest(
        Pipeline.Version,
        System.Text.Json.JsonSerializer.Serialize(candidates, RunJson.Default.CandidateOptions),
        System.Text.Json.JsonSerializer.Serialize(scoring, RunJson.Default.ScoringOptions),
        System.Text.Json.JsonSerializer.Serialize(allocation, RunJson.Default.AllocationOptions),
        fitThreshold.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
}

[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(CandidateOptions))]
[JsonSerializable(typeof(ScoringOptions))]
[JsonSerializable(typeof(AllocationOptions))]
internal sealed partial class RunJson : JsonSerializerContext;
