using System.Globalization;
using System.Text;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing.Reports;

namespace ClusterEngine.Core.Tests.Reports;

public sealed class LongReportTests
{
    private const int Many = 250;

    [Theory]
    [InlineData("sv", "150 behov till står i filerna", "50 behov till står i filen report.json", "150 erbjudanden till")]
    [InlineData("en", "150 more needs are in the files", "50 more needs are in the file report.json", "150 more offers")]
    public void A_page_shows_part_of_a_long_list_and_says_how_much_is_left(string language, string gaps, string waiting, string capacity)
    {
        var html = ReportRendererTests.Html(Long(), language);

        html.ShouldContain(gaps);
        html.ShouldContain(waiting);
        html.ShouldContain(capacity);
        Occurrences(html, "<article class=\"gap\">").ShouldBe(100);
    }

    [Fact]
    public void The_gaps_shown_are_those_with_the_nearest_offers()
    {
        var html = ReportRendererTests.Html(Long(), "en");

        html.ShouldContain(">Asker 249<");
        html.ShouldContain(">Asker 150<");
        html.ShouldNotContain(">Asker 149<");
    }

    [Fact]
    public void Data_and_table_hold_every_gap()
    {
        var files = new ReportRenderer().Render(Long());

        ReportJson.Read(files["report.json"].Span).Gaps.Count.ShouldBe(Many);
        var table = Encoding.UTF8.GetString(files["report.en.csv"].Span);
        Enumerable.Range(0, Many).ShouldAllBe(number => table.Contains(Name(number), StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_shows_all_says_nothing_of_more() =>
        ReportRendererTests.Html(SampleReports.Ordinary, "en").ShouldNotContain("Shown are");

    private static Report Long()
    {
        var report = SampleReports.Ordinary;
        var (gap, waiting, capacity) = (report.Gaps[0], report.Waiting[1], report.Capacity[0]);
        return report with
        {
            Matches = [],
            Gaps = [.. Enumerable.Range(0, Many).Select(number => gap with
            {
                Need = gap.Need with { Name = Name(number), FacetId = Id(number) },
                Nearest = [report.Gaps[1].Nearest[0] with { Fit = number / 1000.0 }],
            })],
            Waiting = [.. Enumerable.Range(0, Many).Select(number => waiting with { Need = waiting.Need with { FacetId = Id(number) } })],
            Capacity = [.. Enumerable.Range(0, Many).Select(number => capacity with { Offer = capacity.Offer with { FacetId = Id(number) } })],
        };
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Asker {number:000}");

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"f_{number:000}");

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
