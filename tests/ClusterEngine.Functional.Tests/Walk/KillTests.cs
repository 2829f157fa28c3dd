using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Walk;

[Collection(nameof(SampleReport))]
public sealed class KillTests(SampleReport expected) : IDisposable
{
    private const int Many = 20_000;

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task An_import_that_was_killed_is_simply_run_again()
    {
        var file = scratch.Write("many.jsonl", string.Concat(
            Enumerable.Range(0, Many).Select(i => Rows.Profile(FormattableString.Invariant($"id-{i:00000}")))));
        using (var program = RunningProgram.Start(scratch.Path, "import", file, "--data-directory", scratch.Data))
        {
            await UntilAsync(async () => File.Exists(Path.Combine(scratch.Data, "clusterengine.db")) && await CountAsync() > 0);
            await program.KillAsync();
        }

        (await CountAsync()).ShouldBeInRange(1, Many - 1, "the kill should have come in the middle");
        (await scratch.RunAsync("import", file)).ShouldEndWith(0);
        (await CountAsync()).ShouldBe(Many);
        (await scratch.RunAsync("doctor")).ShouldEndWith(0);
    }

    [Theory]
    [InlineData("Embed")]
    [InlineData("Match")]
    public async Task A_match_that_was_killed_goes_on_to_the_same_report(string during)
    {
        await Sample.ImportAsync(scratch);
        var log = Path.Combine(scratch.Data, "clusterengine.db-wal");
        using (var program = RunningProgram.Start(
            scratch.Path, "match", "--as-of", Sample.AsOf, "--data-directory", scratch.Data, "--language", "en"))
        {
            if (during is "Embed")
            {
                await UntilAsync(() => Task.FromResult(new FileInfo(log) is { Exists: true, Length: > 20_000 }));
            }
            else
            {
                await program.LineAsync(" new texts ("); // the embedding has ended
            }

            await program.KillAsync();
        }

        (await Sample.MatchAsync(scratch)).ShouldBe(expected.Files);
    }

    private async Task<int> CountAsync()
    {
        using var document = JsonDocument.Parse((await scratch.RunAsync("profiles", "list", "--json")).ShouldEndWith(0).Out);
        return document.RootElement.GetArrayLength();
    }

    // Another process's progress can only be looked at again and again.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
