using System.Text;
using System.Text.RegularExpressions;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing.Reports;
using Microsoft.Playwright;

namespace ClusterEngine.Browser.Tests;

public sealed partial class ReportPageTests(Chromium chromium, ReportFiles files)
{
    public static TheoryData<string> Pages => ReportFiles.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_never_scrolls_sideways(string page)
    {
        foreach (var width in new[] { 320, 375, 1440 })
        {
            var window = await chromium.OpenAsync(width);
            await window.GotoAsync(files.Address(page));
            await window.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            var wide = await window.EvaluateAsync<int>("document.documentElement.scrollWidth");
            wide.ShouldBeLessThanOrEqualTo(width, await WidestAsync(window));
            await window.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_loads_nothing_and_complains_of_nothing(string page)
    {
        var window = await chromium.OpenAsync(1440);
        var requests = new List<string>();
        var complaints = new List<string>();
        window.Request += (_, request) => requests.Add(request.Url);
        window.Console += (_, message) => complaints.Add(message.Text);
        window.PageError += (_, error) => complaints.Add(error);
        window.Dialog += async (_, dialog) =>
        {
            complaints.Add(dialog.Message);
            await dialog.DismissAsync();
        };

        await window.GotoAsync(files.Address(page));

        requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).ShouldBe([files.Address(page)]);
        complaints.ShouldBeEmpty();
        (await window.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(246, 244, 238)");
        await window.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Headings_come_in_order_and_every_landmark_has_a_name(string page)
    {
        var window = await chromium.OpenAsync(375);
        await window.GotoAsync(files.Address(page));

        var levels = await window.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))");
        levels[0].ShouldBe(1);
        levels.Count(level => level == 1).ShouldBe(1);
        for (var i = 1; i < levels.Length; i++)
        {
            levels[i].ShouldBeLessThanOrEqualTo(levels[i - 1] + 1);
        }

        (await window.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('section, nav, article.match')].filter(e => {
                const by = e.getAttribute('aria-labelledby');
                const name = by ? document.getElementById(by)?.textContent : e.getAttribute('aria-label');
                return !name?.trim();
            }).map(e => e.outerHTML.slice(0, 80))
            """)).ShouldBeEmpty();
        (await window.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('img, svg:not([aria-hidden=true])')].map(e => e.outerHTML)")).ShouldBeEmpty();
        (await window.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)
            """)).ShouldBeEmpty();
        (await window.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('a[href^="#"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))
            """)).ShouldBeEmpty();
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task Dark_mode_turns_the_page_dark()
    {
        var window = await chromium.OpenAsync(375, ColorScheme.Dark);
        await window.GotoAsync(files.Address("ordinary.report.sv.html"));

        (await window.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(17, 22, 20)");
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task The_skip_link_is_the_first_stop_of_the_keyboard_and_is_seen()
    {
        var window = await chromium.OpenAsync(375);
        await window.GotoAsync(files.Address("ordinary.report.sv.html"));
        await window.Keyboard.PressAsync("Tab");

        (await window.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        (await window.EvaluateAsync<double>("document.activeElement.getBoundingClientRect().top")).ShouldBeGreaterThanOrEqualTo(0);
        (await window.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid");
        await window.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_prints_on_paper_with_its_explanations_open(string page)
    {
        var window = await chromium.OpenAsync(1440, ColorScheme.Dark);
        await window.GotoAsync(files.Address(page));
        var pdf = await window.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");

        await window.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await window.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        (await window.EvaluateAsync<bool>(
            "[...document.querySelectorAll('details table')].every(t => t.getBoundingClientRect().height > 0)")).ShouldBeTrue();

        // A4 less its margins is 182 mm, 687 CSS pixels.
        await window.SetViewportSizeAsync(687, 900);
        (await window.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(687);
        await window.Context.CloseAsync();
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_week_of_thirty_matches_and_fifty_four_gaps_prints_on_few_pages(string language)
    {
        var sample = SampleReports.Ordinary;
        var report = sample with
        {
            Matches = [.. Enumerable.Range(0, 10).SelectMany(_ => sample.Matches)],
            Gaps = [.. Enumerable.Range(0, 6).SelectMany(_ => sample.Gaps)],
        };
        var window = await chromium.OpenAsync(1440);
        await window.SetContentAsync(Encoding.UTF8.GetString(new ReportRenderer().Render(report)[$"report.{language}.html"].Span));

        // Two matches to a page make fifteen pages, four gaps fourteen; the rest takes three.
        Pages(await window.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true })).ShouldBeInRange(15, 32);
        await window.Context.CloseAsync();

        static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));
    }

    [Fact]
    public async Task Counts_in_the_contents_stay_on_one_line()
    {
        var window = await chromium.OpenAsync(1440);
        await window.GotoAsync(files.Address("ordinary.report.sv.html"));
        await window.EvaluateAsync("document.querySelectorAll('.contents .count').forEach(c => c.textContent = '1 234')");

        (await window.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.contents .count')].map(c => c.offsetHeight))"))
            .ShouldBeLessThan(30);
        await window.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ordinary.report.sv.html")]
    [InlineData("ordinary.report.en.html")]
    public async Task Headings_of_an_explanation_stand_apart(string page)
    {
        foreach (var width in new[] { 375, 1440 })
        {
            var window = await chromium.OpenAsync(width);
            await window.GotoAsync(files.Address(page));
            await window.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

            // The free space between the words of two neighbouring cells, the least anywhere.
            (await window.EvaluateAsync<double>("""
                Math.min(...[...document.querySelectorAll('.contributions thead th + th')].map(cell => {
                    const words = node => { const range = document.createRange(); range.selectNodeContents(node); return range.getBoundingClientRect(); };
                    return words(cell).left - words(cell.previousElementSibling).right;
                }))
                """)).ShouldBeGreaterThan(10);
            await window.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Every_column_of_the_waiting_needs_has_room_for_its_words()
    {
        var window = await chromium.OpenAsync(1440);
        await window.GotoAsync(files.Address("ordinary.report.sv.html"));

        (await window.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.waiting th, .waiting td')].map(c => c.offsetWidth))"))
            .ShouldBeGreaterThan(150);
        await window.Context.CloseAsync();
    }

    private static Task<string> WidestAsync(IPage window) => window.EvaluateAsync<string>("""
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + .5)
            .slice(-1).map(e => e.outerHTML.slice(0, 200)).join('')
        """);

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 10_000)]
    private static partial Regex PageObject();
}
