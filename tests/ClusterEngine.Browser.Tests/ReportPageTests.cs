using Microsoft.Playwright;

namespace ClusterEngine.Browser.Tests;

public sealed class ReportPageTests(Chromium chromium, ReportFiles files)
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
        System.Text.Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");

        await window.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await window.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        (await window.EvaluateAsync<bool>(
            "[...document.querySelectorAll('details table')].every(t => t.getBoundingClientRect().height > 0)")).ShouldBeTrue();

        // A4 less its margins is 180 mm, 680 CSS pixels.
        await window.SetViewportSizeAsync(680, 900);
        (await window.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(680);
        await window.Context.CloseAsync();
    }

    private static Task<string> WidestAsync(IPage window) => window.EvaluateAsync<string>("""
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + .5)
            .slice(-1).map(e => e.outerHTML.slice(0, 200)).join('')
        """);
}
