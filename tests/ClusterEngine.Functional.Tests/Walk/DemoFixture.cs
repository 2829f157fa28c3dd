using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Walk;

/// <summary>The demo, run once to the end of its report.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    public Scratch Scratch { get; } = new();

    public string Directory => Path.Combine(Scratch.Path, "demo");

    internal Ended First { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync() =>
        First = await RunningProgram.RunAsync(Scratch.Path, "demo", "--exit", "--directory", Directory, "--language", "sv");

    public ValueTask DisposeAsync()
    {
        Scratch.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a command on the demo's data, within this process.</summary>
    internal Task<Ended> RunAsync(params string[] args) => Scratch.RunAsync([.. args, "--data-directory", Directory]);
}
