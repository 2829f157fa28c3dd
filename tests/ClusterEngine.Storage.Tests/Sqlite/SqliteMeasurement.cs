using System.Diagnostics;
using System.Globalization;
using ClusterEngine.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Storage.Tests.Sqlite;

/// <summary>Prints how fast the store is; for docs/decisions/0003 and not a test.</summary>
internal static class SqliteMeasurement
{
    private const int Count = 50_000;

    public static async Task<int> RunAsync(string directory)
    {
        await using var services = SqliteSource.Build(directory, "flemingsberg", TimeProvider.System);
        await services.GetRequiredService<ISchemaStore>().MigrateAsync(CancellationToken.None);
        var vectors = services.GetRequiredService<IVectorStore>();
        var profiles = services.GetRequiredService<IProfileStore>();
        var random = new Random(1);
        var batch = Enumerable.Range(0, Count).Select(i => new StoredVector(
            Core.DerivedId.Create("n", i.ToString(CultureInfo.InvariantCulture)), "sv", 0, "m", Core.DerivedId.Digest("x"),
            [.. Enumerable.Range(0, 384).Select(_ => random.NextSingle())])).ToList();
        var submissions = Enumerable.Range(0, 10_000)
            .Select(i => Samples.Full(i.ToString(CultureInfo.InvariantCulture)).Submit()).ToList();

        await MeasureAsync("vectors written, one transaction", Count, () => vectors.PutAsync(batch, default).AsTask());
        await MeasureAsync("vectors replaced", Count, () => vectors.PutAsync(batch, default).AsTask());
        await MeasureAsync("vectors read", Count, async () => await CountAsync(vectors.ListAsync("m", default)));
        await MeasureAsync("vector hashes read", Count, () => vectors.ListHashesAsync("m", default).AsTask());
        await MeasureAsync("profiles of 5 facets written, batches of 1,000", submissions.Count, async () =>
        {
            foreach (var chunk in submissions.Chunk(1000))
            {
                await profiles.PutAsync(chunk, default);
            }
        });
        await MeasureAsync("the same again, unchanged", submissions.Count, () => profiles.PutAsync(submissions, default).AsTask());
        await MeasureAsync("profiles read", submissions.Count, async () => await CountAsync(profiles.ListAsync(default)));
        await MeasureAsync("acknowledged writes of one profile", 200, async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await profiles.PutAsync([(submissions[i].Profile with { Name = "changed" }).Submit()], default);
            }
        });
        return 0;
    }

    private static async Task MeasureAsync(string what, int count, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / seconds,12:N0} /s  {what}"));
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> rows)
    {
        var count = 0;
        await foreach (var row in rows)
        {
            count++;
        }

        return count;
    }
}
