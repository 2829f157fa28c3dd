using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ClusterEngine.Testing;

namespace ClusterEngine.Benchmarks;

/// <summary>The parts of the kernel by themselves. In this process: BenchmarkDotNet's own projects would be built beside
/// ours, with our settings, and only from inside the repository.</summary>
internal static class MicroBenchmarks
{
    /// <returns>0; 1: a benchmark gave no result.</returns>
    public static int Run(string[] arguments)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Repository.Root(), "artifacts", "benchmarks"));
        var summaries = BenchmarkSwitcher.FromTypes([typeof(DotMicro), typeof(TopListMicro)])
            .Run(arguments is [] ? ["--filter", "*"] : arguments, config).ToList();
        return summaries.Count > 0 && summaries.TrueForAll(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
