using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Walk;

public sealed partial class DemoTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(5); // promised in the command's help

    [Fact]
    public void The_demo_shows_the_weeks_matches_and_writes_the_report()
    {
        demo.First.ShouldEndWith(0);

        demo.First.Out.ShouldContain("Veckans bästa matchningar");
        MatchId().Count(demo.First.Out).ShouldBe(10);
        demo.First.Error.ShouldContain("Importerar flemingsberg.jsonl: 82 godtagna (82 nya, 0 ändrade), 0 avvisade");
        var path = demo.First.Out.Split('\n').Single(l => l.StartsWith("Rapporten: ", StringComparison.Ordinal))["Rapporten: ".Length..].Trim();
        File.ReadAllText(path).ShouldStartWith("<!doctype html>", Case.Insensitive);
        Path.GetFileName(path).ShouldMatch(@"^report-\d{4}-W\d{2}\.sv\.html$");
    }

    [Fact]
    public void What_is_printed_fits_in_80_columns_but_for_paths()
    {
        var wide = demo.First.Out.Split('\n').Where(l => !l.StartsWith("Rapporten:", StringComparison.Ordinal))
            .Where(l => new StringInfo(l.TrimEnd()).LengthInTextElements > 80);

        wide.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_run_duplicates_nothing()
    {
        var before = await CountsAsync();

        (await RunningProgram.RunAsync(demo.Scratch.Path, "demo", "--exit", "--directory", demo.Directory, "--language", "sv"))
            .ShouldEndWith(0).Error.ShouldContain("82 godtagna (0 nya, 0 ändrade)");

        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_report_is_printed_and_written_in_each_form()
    {
        var json = (await demo.RunAsync("report", "--json")).ShouldEndWith(0);
        using var document = JsonDocument.Parse(json.Out);
        document.RootElement.GetProperty("matches").GetArrayLength().ShouldBeGreaterThan(0);

        foreach (var (file, beginning) in new[] { ("a.html", "<!doctype html>"), ("a.json", "{"), ("a.csv", "") })
        {
            var path = Path.Combine(demo.Scratch.Path, file);
            (await demo.RunAsync("report", "--output", path)).ShouldEndWith(0).Error.ShouldContain(path);
            File.ReadAllText(path).TrimStart('\uFEFF').ShouldStartWith(beginning, Case.Insensitive);
            new FileInfo(path).Length.ShouldBeGreaterThan(1000);
        }

        (await demo.RunAsync("report", "--language", "sv")).ShouldEndWith(0).Out.ShouldContain("Behov som ingen kan möta");
        (await demo.RunAsync("report", "--version", "7")).ShouldEndWith(2).Error.ShouldContain("version 7");
    }

    [Fact]
    public async Task A_match_is_judged_by_the_id_that_the_table_shows()
    {
        var id = MatchId().Matches((await demo.RunAsync("report")).ShouldEndWith(0).Out)[0].Value;

        (await demo.RunAsync("verdict", id, "later", "--note", "nästa månad")).ShouldEndWith(0);
    }

    [Fact]
    public async Task The_report_is_served_until_the_program_is_interrupted()
    {
        using var program = RunningProgram.Start(demo.Scratch.Path, "demo", "--directory", demo.Directory, "--web-port", "0");
        var address = (await program.LineAsync("listening web="))["listening web=".Length..];
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var cancellation = TestContext.Current.CancellationToken;

        (await client.GetAsync(new Uri("/", UriKind.Relative), cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await program.SignalAsync("INT");

        (await program.EndAsync(StopsWithin)).ShouldEndWith(0);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_at_work_it_stops_soon_and_says_that_it_was_cancelled(string signal)
    {
        using var other = new Scratch();
        using var program = RunningProgram.Start(other.Path, "demo", "--exit", "--language", "en");
        await program.LineAsync("Load the model");
        await program.SignalAsync(signal);

        (await program.EndAsync(StopsWithin)).ShouldEndWith(130).Error.ShouldContain("Cancelled.");
    }

    [Fact]
    public async Task A_port_in_use_is_told_before_the_work_begins_with_the_way_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var other = new Scratch();

        var ended = (await other.RunAsync("demo", "--web-port", port)).ShouldEndWith(4);

        ended.Error.ShouldContain($"Port {port}");
        ended.Error.ShouldContain("--web-port 0");
        Directory.Exists(other.Data).ShouldBeFalse();
    }

    private async Task<(int Profiles, string Files)> CountsAsync()
    {
        using var profiles = JsonDocument.Parse((await demo.RunAsync("profiles", "list", "--json")).ShouldEndWith(0).Out);
        var files = Directory.GetFiles(demo.Directory, "report-*").Order(StringComparer.Ordinal).Select(Path.GetFileName);
        return (profiles.RootElement.GetArrayLength(), string.Join(' ', files));
    }

    [GeneratedRegex("m_[0-9a-z]{8}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MatchId();
}
