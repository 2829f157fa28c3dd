using System.CommandLine;
using System.Globalization;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Time;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>Runs the pipeline now.</summary>
internal sealed class MatchCommand : HostCommand
{
    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "The run's clock: an instant with its offset (2026-11-25T09:00:00+01:00), or a day (its "
            + "beginning in Stockholm). Default: now.",
        HelpName = "INSTANT",
    };

    private readonly Option<bool> json = CommonOptions.Json();

    public MatchCommand(Shell shell)
        : base(
            shell,
            "match",
            "Matches all needs with all offers now and writes the week's report as a draft. Only new or changed "
            + "texts are embedded. "
            + "The same data, settings and --as-of give the same report, byte for byte.",
            new CommandHelp(
                """
                clusterengine match
                clusterengine match --as-of 2026-11-25T09:00:00+01:00 --json
                """,
                "0 done, 1 the report is incomplete, 2 bad usage, 4 store, disk or model, 130 cancelled (the same "
                + "command goes on from there)",
                "docs/architecture.md; then clusterengine report"))
    {
        Options.Add(asOf);
        Options.Add(json);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var clock = ParseInstant(session.Parse.GetValue(asOf));
        await session.OpenStoreAsync(cancellationToken);
        PipelineOutcome? outcome = null;
        await ProgressDisplay.RunAsync(
            session.Environment,
            async display => outcome = await PipelineRun.RunAsync(session, clock, display, cancellationToken));
        var (run, report) = (outcome!.Run, outcome.Report);
        if (session.Parse.GetValue(json))
        {
            session.WriteJson(new Result(
                run.Id, run.Week.ToString(), run.Status, run.Counts, report.Missing, outcome.TextsEmbedded,
                outcome.TextsReused));
            return CodeOf(run);
        }

        ReportScreen.Matches(session.Environment, session.People, report, 10);
        session.WriteLine(session.People.Format(
            $"Utkast till rapporten för {run.Week} är skrivet: clusterengine report --week {run.Week}",
            $"The draft of the report for {run.Week} is written: clusterengine report --week {run.Week}"));
        return CodeOf(run);
    }

    // An incomplete report is written all the same, and what is missing has been said; but the work is not done.
    private static int CodeOf(Run run) => run.Status == RunStatus.Finished ? ExitCode.Done : ExitCode.Unexpected;

    /// <summary>Reads an instant with an offset, or a day.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    internal static DateTimeOffset? ParseInstant(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return StockholmTime.StartOf(day);
        }

        // The pattern holds the offset or Z outright: without one the machine's own would be taken.
        string[] patterns = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(
            text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new UsageException($"--as-of {text} is neither a day (2026-11-25) nor an instant with its offset "
                + "(2026-11-25T09:00:00+01:00).");
    }

    private sealed record Result(
        string Run, string Week, RunStatus Status, RunCounts? Counts, IReadOnlyList<string> Missing, int TextsEmbedded,
        int TextsReused);
}
