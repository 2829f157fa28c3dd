using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Walk;

/// <summary>The fictional part of the sample, matched; and the report that came of it.</summary>
internal static class Sample
{
    public const string AsOf = "2026-11-25T09:00:00+01:00";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "sample", "profiles");

    /// <summary>Imports it.</summary>
    /// <param name="scratch">Where.</param>
    /// <param name="order">The order of each file's lines; null: as they are.</param>
    public static async Task ImportAsync(Scratch scratch, Func<string[], string[]>? order = null)
    {
        var files = new List<string>();
        foreach (var file in Directory.GetFiles(Folder, "fictional-*.jsonl").Order(StringComparer.Ordinal))
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            files.Add(scratch.Write(Path.GetFileName(file), string.Join('\n', order is null ? lines : order(lines)) + "\n"));
        }

        files.Count.ShouldBeGreaterThan(1);
        (await scratch.RunAsync(["import", "--relative-dates", .. files])).ShouldEndWith(0);
    }

    /// <summary>Matches it and reads every file of the report.</summary>
    public static async Task<IReadOnlyList<string>> MatchAsync(Scratch scratch, params string[] args)
    {
        (await scratch.RunAsync(["match", "--as-of", AsOf, .. args])).ShouldEndWith(0);
        var contents = new List<string>();
        foreach (var language in new[] { "sv", "en" })
        {
            foreach (var format in new[] { "html", "csv", "json" })
            {
                var path = Path.Combine(scratch.Path, $"out.{language}.{format}");
                (await scratch.RunAsync("report", "--output", path, "--language", language)).ShouldEndWith(0);
                contents.Add(Convert.ToHexString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
            }
        }

        contents[0].Length.ShouldBeGreaterThan(20_000, "the report should not be empty");
        return contents;
    }
}

/// <summary>The sample's report as it comes without anything going wrong.</summary>
public sealed class SampleReport : IAsyncLifetime
{
    private readonly Scratch scratch = new();

    internal IReadOnlyList<string> Files { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Sample.ImportAsync(scratch);
        Files = await Sample.MatchAsync(scratch, "--Models:Threads=2");
    }

    public ValueTask DisposeAsync()
    {
        scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}
