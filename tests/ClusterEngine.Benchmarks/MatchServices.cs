using ClusterEngine.Core;
using ClusterEngine.Models;
using ClusterEngine.Storage;
using ClusterEngine.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClusterEngine.Benchmarks;

/// <summary>The program's own services on a store in some directory.</summary>
internal static class MatchServices
{
    public static ServiceProvider On(string directory) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:DataDirectory"] = directory,
            ["Models:Directory"] = Path.Combine(Repository.Root(), "models"),
        }).Build())
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        .AddCore().AddStorage().AddModels()
        .BuildServiceProvider();
}
