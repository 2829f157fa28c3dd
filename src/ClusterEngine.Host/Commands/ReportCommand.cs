using System.CommandLine;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>Shows, writes out or publishes a week's report.</summary>
internal sealed class ReportCommand : HostCommand
{
    private static readonly string[] Formats = ["html", "csv", "json"];

    private readonly Option<string?> week = new("--week")
    {
        Description = "The ISO week, such as 2026-W48. Default: the latest that has a report.",
        HelpName = "WEEK",
    };
    private readonly Option<int?> version = new("--version")
    {
        Description = "Which version: 0 the draft, 1 and up the published ones. Default: the draft if there is one, "
            + "else the latest.",
        HelpName = "N",
    };

    private readonly Option<bool> publish = new("--publish")
    {
        Description = "Publish the week's draft as its next version, which is then frozen.",
    };
    private readonly Option<string?> format = new("--format")
    {
        Description = "The format of --output. Default: by the file's ending, else html.",
        HelpName = string.Join('|', Formats),
    };
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Write the report into this file.",
        HelpName = "FILE",
    };
    private readonly Option<bool> json = CommonOptions.Json();

    public ReportCommand(Shell shell)
        : base(
            shell,
            "report",
            "Shows a week's report in short, or writes it out as a page (HTML), a table (CSV) or data (JSON). Writes "
            + "nothing without --output.",
            new CommandHelp(
                """
                clusterengine report                                       in short
                clusterengine report --week 2026-W48 --output week48.html  as a page
                clusterengine report --week 2026-W48 --publish             publish it
                """,
                "0 done, 2 bad usage or no such report, 4 the store or the file cannot be read or written",
                "docs/architecture.md"))
    {
        format.AcceptWords(Formats);
        Options.Add(week);
        Options.Add(version);
        Options.Add(publish);
        Options.Add(format);
        Options.Add(output);
        Options.Add(json);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var wanted = ParseWeek(session.Parse.GetValue(week));
        if (session.Parse.GetValue(publish) && session.Parse.GetValue(version) is not null)
        {
            throw new UsageException("--publish makes the next version of the draft: it goes without --version.");
        }

        await session.OpenStoreAsync(cancellationToken);
        var store = session.Get<IReportStore>();
        var stored = await ReportFinder.FindAsync(store, wanted, session.Parse.GetValue(version), cancellationToken);
        if (session.Parse.GetValue(publish))
        {
            stored = await store.PublishAsync(stored.Heading.Week, cancellationToken) ?? stored;
        }

        if (session.Parse.GetValue(output) is { } file)
        {
            await WriteFileAsync(session, stored, file, cancellationToken);
        }

        if (session.Parse.GetValue(json))
        {
            session.WriteRaw(stored.Files["report.json"]);
        }
        else if (session.Parse.GetValue(output) is null)
        {
            Show(session, stored);
        }

        return ExitCode.Done;
    }

    private static IsoWeek? ParseWeek(string? text) => text is null ? null
        : IsoWeek.TryParse(text, out var parsed) ? parsed
        : throw new UsageException($"--week {text} is not an ISO week. Write it as 2026-W48; a year has 52 or 53.");

    private async Task WriteFileAsync(CommandSession session, StoredReport stored, string file, CancellationToken cancellationToken)
    {
        var ending = Path.GetExtension(file).TrimStart('.');
        var wanted = session.Parse.GetValue(format) ?? (Formats.Contains(ending, StringComparer.Ordinal) ? ending : "html");
        var name = wanted is "json" ? "report.json" : $"report.{session.Language}.{wanted}";
        var path = session.FullPath(file);
        await ReportFile.WriteAsync(path, stored.Files[name], cancellationToken);
        session.Environment.Error.WriteLine($"Wrote {path}.");
    }

    private static void Show(CommandSession session, StoredReport stored)
    {
        var people = session.People;
        var report = ReportFinder.Read(stored);
        var heading = stored.Heading;
        session.WriteLine(heading.Version == 0
            ? people.Format($"Rapport för vecka {heading.Week}, utkast", $"Report for week {heading.Week}, draft")
            : people.Format(
                $"Rapport för vecka {heading.Week}, version {heading.Version}",
                $"Report for week {heading.Week}, version {heading.Version}"));
        foreach (var missing in report.Missing)
        {
            session.WriteLine(people.Say("Ofullständig: ", "Incomplete: ") + missing);
        }

        var counts = report.Counts;
        session.WriteLine(people.Format(
            $"{counts.Profiles:N0} profiler, {counts.Needs:N0} behov, {counts.Offers:N0} erbjudanden",
            $"{counts.Profiles:N0} profiles, {counts.Needs:N0} needs, {counts.Offers:N0} offers"));
        session.WriteLine(ReportScreen.Found(people, counts));
        session.WriteLine();
        ReportScreen.Matches(session.Environment, people, report, int.MaxValue);
        ReportScreen.Gaps(session.Environment, people, report);
        ReportScreen.Notice(session.Environment, people, report);
    }
}
