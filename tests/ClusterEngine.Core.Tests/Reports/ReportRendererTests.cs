using System.Globalization;
using System.Text;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing.Reports;

namespace ClusterEngine.Core.Tests.Reports;

public sealed class ReportRendererTests
{
    public static TheoryData<string> Samples => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_report_gives_the_same_bytes_under_every_culture(string sample)
    {
        var report = SampleReports.All[sample];
        var expected = new ReportRenderer().Render(report);
        expected.Keys.ShouldBe(["report.en.csv", "report.en.html", "report.json", "report.sv.csv", "report.sv.html"]);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "sv-SE", "en-US", "tr-TR", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
                foreach (var (name, bytes) in new ReportRenderer().Render(report))
                {
                    bytes.Span.SequenceEqual(expected[name].Span).ShouldBeTrue($"{name} under {culture}");
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_json_holds_reads_back_as_the_same_report(string sample)
    {
        var report = SampleReports.All[sample];
        var json = ReportJson.Write(report);

        var back = ReportJson.Read(json);

        Assert.Equivalent(report, back, strict: true);
        ReportJson.Write(back).ShouldBe(json);
    }

    [Fact]
    public void Json_uses_the_designs_words_and_real_letters()
    {
        var json = Encoding.UTF8.GetString(ReportJson.Write(SampleReports.Ordinary));

        json.ShouldContain("\"week\": \"2026-W48\"");
        json.ShouldContain("\"research_group\"");
        json.ShouldContain("\"not_stated\"");
        json.ShouldContain("Östra Påhittlabbet");
        json.ShouldContain("\"score\": 0.4249");
        json.ShouldNotContain("\r");
    }

    [Theory]
    [InlineData("sv", "vecka\u00A048, 23–29\u00A0november 2026", "63\u00A0km", "12,5")]
    [InlineData("en", "week\u00A048, 23–29\u00A0November 2026", "63\u00A0km", "12.5")]
    public void Pages_say_dates_and_numbers_in_their_own_language(string language, string week, string distance, string amount)
    {
        var html = Html(SampleReports.Ordinary, language);

        html.ShouldStartWith($"<!doctype html>\n<html lang=\"{language}\">");
        html.ShouldContain(week);
        html.ShouldContain(distance);
        html.ShouldContain($"<b>{amount}</b>");
        html.ShouldContain("<strong>42</strong>");
        html.ShouldContain("<mark>aseptisk fyllning</mark>");
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Nothing_that_was_read_becomes_markup(string language)
    {
        var html = Html(SampleReports.Hostile, language);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("\u0001");
        html.Split("</style>").Length.ShouldBe(2);
        html.Split("<!-- status -->").Length.ShouldBe(2);
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        html.ShouldContain("<mark>👩");
        html.ShouldNotContain("\uFFFD\uFFFD");
    }

    [Theory]
    [InlineData("sv", "ofullständig", true)]
    [InlineData("en", "incomplete", true)]
    [InlineData("en", "taken no part", false)]
    public void A_notice_is_there_only_when_it_is_needed(string language, string words, bool onIncomplete) =>
        Html(SampleReports.Incomplete, language).Contains(words, StringComparison.OrdinalIgnoreCase).ShouldBe(onIncomplete);

    [Theory]
    [InlineData("sv", "Samma organisation eller undantag: <strong>ja</strong>", "minst", "högst", "svenska, engelska eller tyska")]
    [InlineData("en", "Same organisation or exclusion: <strong>yes</strong>", "at least", "at most", "Swedish, English or German")]
    public void Requirements_say_which_way_a_limit_goes_and_what_stands_in_the_way(string language, string obstacle, string least, string most, string languages)
    {
        var sample = SampleReports.Ordinary.Gaps.First(gap => gap.Nearest.Count > 0);
        var gap = sample with
        {
            Nearest =
            [
                sample.Nearest[0] with
                {
                    Checks =
                    [
                        new(GapReason.Bsl, CheckOutcome.NotMet, "3", "2"),
                        new(GapReason.Distance, CheckOutcome.NotMet, "30", "71"),
                        new(GapReason.Language, CheckOutcome.NotMet, "sv, en, de", "fr"),
                        new(GapReason.Conflict, CheckOutcome.NotMet, null, null),
                    ],
                },
            ],
        };
        var html = Html(SampleReports.Ordinary with { Gaps = [gap] }, language);

        html.ShouldContain(obstacle);
        html.ShouldContain($"<bdi>{least} BSL\u00A03</bdi>");
        html.ShouldContain($"<bdi>{most} 30\u00A0km</bdi>");
        html.ShouldContain($"<bdi>{languages}</bdi>");
        html.ShouldContain("(<bdi>71\u00A0km</bdi>)");
    }

    [Fact]
    public void A_report_of_real_and_made_up_profiles_says_so()
    {
        var html = Html(SampleReports.Ordinary, "en");

        html.ShouldContain("have not approved the content");
        html.ShouldContain("are made up");
    }

    internal static string Html(Report report, string language) =>
        Encoding.UTF8.GetString(new ReportRenderer().Render(report)[$"report.{language}.html"].Span);
}
