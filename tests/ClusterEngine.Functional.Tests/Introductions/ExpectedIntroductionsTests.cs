using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Reports;
using ClusterEngine.Models;
using ClusterEngine.Testing.Introductions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Functional.Tests.Introductions;

/// <summary>The demo's sample, held to what a coordinator wrote down before the matcher first ran.</summary>
public sealed class ExpectedIntroductionsTests(ExpectedIntroductionsFixture fixture) : IClassFixture<ExpectedIntroductionsFixture>
{
    [Fact]
    public void The_expected_partner_is_among_the_first_five_for_four_needs_in_five() =>
        ShareMet(result => result.ExpectedReason is null).ShouldBeGreaterThanOrEqualTo(0.8);

    [Fact]
    public void The_expected_reason_is_found_for_four_gaps_in_five() =>
        ShareMet(result => result.ExpectedReason is not null).ShouldBeGreaterThanOrEqualTo(0.8);

    [Fact]
    public void Every_reason_is_expected_at_least_twice_and_sixty_needs_are_judged()
    {
        fixture.Results.Count.ShouldBe(60);
        foreach (var reason in Enum.GetValues<GapReason>())
        {
            fixture.Results.Count(result => result.ExpectedReason == reason).ShouldBeGreaterThanOrEqualTo(2, $"{reason}");
        }
    }

    private double ShareMet(Func<ExpectedResult, bool> which) =>
        fixture.Results.Where(which).Average(result => result.IsMet ? 1.0 : 0);
}

/// <summary>Ranks the sample once, with the real model.</summary>
public sealed class ExpectedIntroductionsFixture : IAsyncLifetime
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<ExpectedResult> Results { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging().AddModels().AddSingleton(TimeProvider.System)
            .BuildServiceProvider();
        Results = await ExpectedIntroductions.CheckAsync(
            Path.Combine(AppContext.BaseDirectory, "data", "sample"),
            services.GetRequiredService<ITextEmbedder>(), AsOf, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
