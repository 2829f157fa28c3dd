using ClusterEngine.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ClusterEngine.Browser.Tests;

/// <summary>Debian's Chromium, started once. Without it the tests are skipped, unless CLUSTERENGINE_REQUIRE_BROWSER is 1.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A new, empty browser window.</summary>
    internal async Task<IPage> OpenAsync(int width, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
        {
            var reason = $"{Path} is not installed (on Debian: apt-get install chromium).";
            Assert.False(
                string.Equals(Environment.GetEnvironmentVariable("CLUSTERENGINE_REQUIRE_BROWSER"), "1", StringComparison.Ordinal),
                reason);
            Assert.Skip(reason);
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
