using ClusterEngine.Core.Time;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Import;

public sealed class SampleImportTests
{
    [Fact]
    public async Task Every_sample_profile_imports()
    {
        using var bench = new ImportBench();
        var files = Directory.GetFiles(Repository.SampleProfiles(), "*.jsonl");
        files.ShouldNotBeEmpty();

        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var result = await bench.ImportAsync(file, relativeTo: new IsoWeek(2026, 48));
            result.Rejected.ShouldBeEmpty();
            result.Accepted.ShouldBeGreaterThan(0);
        }
    }
}
