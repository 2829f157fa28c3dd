using System.Globalization;
using ClusterEngine.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Storage.Tests.Sqlite;

public sealed class SqliteCrashTests : IDisposable
{
    private readonly SqliteSource _source = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Every_acknowledged_write_survives_ten_kills()
    {
        var random = new Random(20261125);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 10; round++)
        {
            using var child = new ChildProcess(
                "write", _source.DataDirectory, (round * 10_000).ToString(CultureInfo.InvariantCulture));
            for (var lines = random.Next(1, 30); lines > 0; lines--)
            {
                acknowledged.Add((await child.ReadLineAsync(Cancel)).ShouldNotBeNull());
            }

            child.Kill();
            acknowledged.UnionWith((await child.EndAsync(Cancel)).Lines); // written between the last read and the kill

            await ShouldHoldAsync(acknowledged);
        }

        acknowledged.Count.ShouldBeGreaterThan(10);
    }

    private async Task ShouldHoldAsync(HashSet<string> acknowledged)
    {
        await using var services = _source.Open();
        (await services.GetRequiredService<ISchemaStore>().DescribeAsync(Cancel)).IntegrityProblem.ShouldBeNull();
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var profile in services.GetRequiredService<IProfileStore>().ListAsync(Cancel))
        {
            names.Add(profile.SourceId);
            profile.Offers.Count.ShouldBe(3);
        }

        var hashes = await services.GetRequiredService<IVectorStore>().ListHashesAsync("m", Cancel);
        foreach (var line in acknowledged.Select(line => line.Split(' ')))
        {
            var batch = int.Parse(line[1], CultureInfo.InvariantCulture);
            for (var i = 0; i < SqliteChild.BatchSize; i++)
            {
                var id = SqliteChild.Id(batch, i);
                (line[0] is "profiles" ? names.Contains(id) : hashes.ContainsKey((NeedOf(id), "sv")))
                    .ShouldBeTrue($"{line[0]} {id}");
            }
        }

        (names.Count % SqliteChild.BatchSize).ShouldBe(0, "a batch went in by halves");
        (hashes.Count % SqliteChild.BatchSize).ShouldBe(0, "a batch went in by halves");
    }

    private static string NeedOf(string sourceId) => Samples.Full(sourceId).Needs[0].Id;
}
