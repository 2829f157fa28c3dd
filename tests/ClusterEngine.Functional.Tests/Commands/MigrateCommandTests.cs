using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Commands;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_store_is_made_once()
    {
        var first = (await scratch.RunAsync("migrate", "--json")).ShouldEndWith(0);
        var second = (await scratch.RunAsync("migrate", "--json")).ShouldEndWith(0);

        Applied(first).ShouldBeGreaterThan(0);
        Applied(second).ShouldBe(0);
    }

    private static int Applied(Ended ended)
    {
        using var document = JsonDocument.Parse(ended.Out);
        return document.RootElement.GetProperty("applied").GetArrayLength();
    }
}
