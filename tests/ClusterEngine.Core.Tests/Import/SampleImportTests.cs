using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Import;

public sealed class SampleImportTests
{
    [Fact]
    public async Task Every_sample_profile_imports()
    {
        using var bench = new ImportBench();
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot(), "data", "sample", "profiles"), "*.jsonl");
        files.ShouldNotBeEmpty();

        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var result = await bench.ImportAsync(file, relativeTo: new IsoWeek(2026, 48));
            result.Rejected.ShouldBeEmpty();
            result.Accepted.ShouldBeGreaterThan(0);
        }
    }

    private static string RepositoryRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "ClusterEngine.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
