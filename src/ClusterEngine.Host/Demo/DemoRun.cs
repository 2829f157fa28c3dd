using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Commands;
using ClusterEngine.Host.Output;
using ClusterEngine.Host.Web;
using ClusterEngine.Storage;
using Microsoft.Extensions.Configuration;

namespace ClusterEngine.Host.Demo;

/// <summary>The demo: migrate, import the sample, run the pipeline, show the matches, write the report, serve
/// it.</summary>
/// <param name="session">The command's run.</param>
/// <param name="directory">Where to keep the data; null: <c>demo</c> in the data directory.</param>
/// <param name="serve">Whether to serve the report afterwards.</param>
internal sealed class DemoRun(CommandSession session, string? directory, bool serve)
{
    private const int ShownMatches = 10;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var app = session.BuildWeb(Place);
        var place = session.FullPath(app.Configuration["Storage:DataDirectory"]!);
        var port = WebPort.Of(app.Services);
        if (serve && port != 0 && !WebPort.IsFree(port))
        {
            throw WebPort.Taken(port); // before half a minute of work, not after
        }

        // Reading the model takes seconds, and the import does not need it: both at once.
        var model = Task.Run(() => session.Get<ITextEmbedder>().Model, cancellationToken);
        Report? report = null;
        await ProgressDisplay.RunAsync(session.Environment, async display =>
        {
            await ImportAsync(display, cancellationToken);
            var loading = session.People.Say("Läser in modellen", "Load the model");
            display.Begin(loading);
            display.End(loading, (await model).Id);
            report = (await PipelineRun.RunAsync(session, null, display, cancellationToken)).Report;
        });
        await ShowAsync(report!, place, cancellationToken);
        return serve
            ? await WebServer.RunAsync(session, app, cancellationToken)
            : ExitCode.Done;
    }

    private Dictionary<string, string?> Place(IConfiguration settings) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Storage:DataDirectory"] = session.FullPath(
            directory ?? Path.Combine(settings["Storage:DataDirectory"] ?? StorageOptions.DefaultDataDirectory, "demo")),
    };

    private async Task ImportAsync(ProgressDisplay display, CancellationToken cancellationToken)
    {
        await session.OpenStoreAsync(cancellationToken);
        var week = IsoWeek.Of(session.Environment.Time.GetUtcNow());
        var files = new List<ImportedFile>();
        foreach (var file in SampleFiles())
        {
            var request = new ImportRequest(file, Source: null, ImportEncoding.Utf8, week);
            files.Add(await FileImport.RunAsync(session, request, verdicts: false, display, cancellationToken));
        }

        RejectedRows.WriteFirst(session, files);
    }

    private static IReadOnlyList<string> SampleFiles()
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "data", "sample", "profiles");
        var files = Directory.Exists(sample) ? Directory.GetFiles(sample, "*.jsonl") : [];
        return files.Length > 0
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new EnvironmentException($"The sample data are not there: {sample}. Build or install the program "
                + "anew.");
    }

    private async Task ShowAsync(Report report, string place, CancellationToken cancellationToken)
    {
        var people = session.People;
        session.WriteLine(people.Format(
            $"Veckans bästa matchningar, {report.Week}", $"The week's best matches, {report.Week}"));
        ReportScreen.Matches(session.Environment, people, report, ShownMatches);
        ReportScreen.Notice(session.Environment, people, report);
        var stored = await ReportFinder.FindAsync(session.Get<IReportStore>(), report.Week, null, cancellationToken);
        session.WriteLine();
        foreach (var language in new[] { "sv", "en" })
        {
            var path = Path.Combine(place, $"report-{report.Week}.{language}.html");
            await ReportFile.WriteAsync(path, stored.Files[$"report.{language}.html"], cancellationToken);
            if (string.Equals(language, session.Language, StringComparison.Ordinal))
            {
                session.WriteLine(people.Say("Rapporten: ", "The report: ") + path);
            }
        }
    }
}
