using ClusterEngine.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Fact]
    public void The_default_is_sqlite_in_the_users_data_directory()
    {
        var options = Build("Other", "x").Value;

        options.Provider.ShouldBe("sqlite");
        options.DataDirectory.ShouldBe(StorageOptions.DefaultDataDirectory);
        Path.GetFileName(options.DataDirectory).ShouldBe("clusterengine");
        if (OperatingSystem.IsLinux())
        {
            var xdg = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            options.DataDirectory.ShouldBe(Path.Combine(
                xdg is ['/', ..] ? xdg : Path.Combine(home, ".local", "share"), "clusterengine"));
        }
    }

    [Theory]
    [InlineData("postgres", "not built yet")]
    [InlineData("sqlserver", "'sqlserver'")]
    [InlineData("", "PostgreSQL is not built yet")]
    public void Another_provider_is_refused_saying_what_there_is(string provider, string expected) =>
        Should.Throw<OptionsValidationException>(() => Build("Storage:Provider", provider).Value)
            .Message.ShouldContain(expected);

    [Fact]
    public void An_empty_directory_is_refused() =>
        Should.Throw<OptionsValidationException>(() => Build("Storage:DataDirectory", " ").Value)
            .Message.ShouldContain("Storage:DataDirectory");

    [Fact]
    public void Settings_are_checked_at_start()
    {
        using var services = Services("Storage:Provider", "postgres");

        Should.Throw<OptionsValidationException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void A_region_that_is_no_id_is_refused()
    {
        using var services = Services("Region:Id", "Flemingsberg; DROP");

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IProfileStore>());
    }

    private static IOptions<StorageOptions> Build(string key, string value) =>
        Services(key, value).GetRequiredService<IOptions<StorageOptions>>();

    private static ServiceProvider Services(string key, string value) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build())
        .AddStorage()
        .BuildServiceProvider();
}
