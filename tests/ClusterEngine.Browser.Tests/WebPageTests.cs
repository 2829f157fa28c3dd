using System.Net;
using ClusterEngine.Api;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Storage;
using ClusterEngine.Testing;
using ClusterEngine.Testing.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ClusterEngine.Browser.Tests;

public sealed class WebPageTests(Chromium chromium) : IAsyncLifetime
{
    private readonly InMemoryReportStore _store = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero)));
    private WebApplication? _app;
    private HttpClient? _client;

    private HttpClient Client => _client.ShouldNotBeNull();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IReportStore>(_store).AddSingleton<ITextEmbedder, HashEmbedder>().AddApi();
        _app = builder.Build();
        _app.MapApi();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    [Fact]
    public async Task The_list_says_in_words_that_there_are_no_reports()
    {
        (await GetAsync("/?language=sv")).ShouldContain("Det finns inga rapporter än");
        (await GetAsync("/?language=en")).ShouldContain("There are no reports yet");
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("de, sv;q=0.5, en;q=0.4", "sv")]
    [InlineData("fr", "sv")]
    [InlineData("en;q=0", "sv")]
    public async Task The_browsers_language_decides_unless_the_address_does(string accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentLanguage.ShouldBe([language]);
    }

    [Fact]
    public async Task A_report_is_a_draft_until_it_is_published_and_its_files_keep_their_bytes()
    {
        var files = await StoreAsync();
        (await GetAsync("/reports/2026-W48?language=sv")).ShouldContain("Rapporten är inte publicerad");
        (await GetAsync("/reports/2026-W48/report.sv.html")).ShouldBe(Text(files["report.sv.html"]));
        (await GetAsync("/reports/2026-W48/report.json")).ShouldBe(Text(files["report.json"]));

        await _store.PublishAsync(new(2026, 48), TestContext.Current.CancellationToken);

        (await GetAsync("/reports/2026-W48?version=1&language=en")).ShouldContain("Published, version 1");
        (await GetAsync("/reports/2026-W48/report.sv.html?version=1")).ShouldBe(Text(files["report.sv.html"]));
        (await GetAsync("/?language=sv")).ShouldContain("/reports/2026-W48?version=1");
    }

    [Theory]
    [InlineData("/reports/2026-W49")]
    [InlineData("/reports/2025-W53")]
    [InlineData("/reports/x")]
    [InlineData("/reports/2026-W48?version=7")]
    [InlineData("/reports/2026-W48?version=x")]
    [InlineData("/reports/2026-W48/report.exe")]
    [InlineData("/reports/2026-W48/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/nothing/here")]
    public async Task What_is_not_there_is_said_in_words(string address)
    {
        await StoreAsync();
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Sidan finns inte");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Every_answer_has_the_security_headers(string address)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task It_is_ready_when_store_and_model_answer() =>
        (await GetAsync("/health/ready")).ShouldBe("model: ok\nstore: ok\n");

    [Fact]
    public async Task A_browser_walks_from_the_list_to_the_report_and_back_without_a_complaint()
    {
        await StoreAsync();
        var window = await chromium.OpenAsync(375);
        var complaints = new List<string>();
        window.Console += (_, message) => complaints.Add(message.Text);
        await window.GotoAsync(new Uri(Client.BaseAddress!, "/?language=en").AbsoluteUri);
        await window.Locator(".reports a").First.ClickAsync();
        (await window.Locator("h1").TextContentAsync()).ShouldNotBeNull().ShouldContain("Weekly report");
        (await window.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(246, 244, 238)");
        (await window.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(375);
        await window.Locator(".files a").First.ClickAsync();
        (await window.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("sv");
        await window.Locator(".files a").Last.ClickAsync();
        (await window.Locator("h1").TextContentAsync()).ShouldBe("Veckorapporter");
        complaints.ShouldBeEmpty();
        await window.Context.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> StoreAsync()
    {
        var report = SampleReports.Ordinary;
        var files = new ReportRenderer().Render(report);
        await _store.PutDraftAsync(
            new StoredReport(new ReportHeading(report.Week, 0, report.RunId, report.Stamp.AsOf, null), files),
            TestContext.Current.CancellationToken);
        return files;
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);

    private Task<string> GetAsync(string address) =>
        Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
