using ClusterEngine.Storage.Tests.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Storage.Tests.Sqlite;

/// <summary>A SQLite store in a temporary directory.</summary>
public sealed class SqliteSource : IStoreSource
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("clusterengine-storage-").FullName;

    public string DataDirectory => Path.Combine(Directory, "data");

    public string File => Path.Combine(DataDirectory, "clusterengine.db");

    public ServiceProvider Open(string region = "flemingsberg", TimeProvider? clock = null) =>
        Build(DataDirectory, region, clock ?? TimeProvider.System);

    ServiceProvider IStoreSource.Open(string region, TimeProvider clock) => Open(region, clock);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    public static ServiceProvider Build(string dataDirectory, string region, TimeProvider clock) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Storage:DataDirectory"] = dataDirectory,
                    ["Region:Id"] = region,
                })
                .Build())
            .AddStorage()
            .BuildServiceProvider();
}
