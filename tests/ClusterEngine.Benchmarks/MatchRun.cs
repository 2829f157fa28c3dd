using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Benchmarks;

/// <summary>One run over a store that is ready, in a process of its own, so that the peak of memory is the run's.</summary>
internal static class MatchRun
{
    public static readonly DateTimeOffset AsOf = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Runs the pipeline and prints a <see cref="Result"/> as one line of JSON.</summary>
    public static async Task RunAsync(string directory, CancellationToken cancellationToken)
    {
        await using var services = MatchServices.On(directory);
        var clock = new StepClock();
        var outcome = await services.GetRequiredService<Pipeline>().RunAsync(AsOf, clock, cancellationToken);
        var (load, match, allocate, report) = clock.Stop();
        if (outcome.TextsEmbedded != 0)
        {
            throw new InvalidOperationException("The vectors were not ready: texts were embedded.");
        }

        var peak = PeakMegabytes();
        var stored = await services.GetRequiredService<IReportStore>().FindAsync(outcome.Report.Week, null, cancellationToken)
            ?? throw new InvalidOperationException("The run left no report.");
        var result = new Result(
            outcome.Report.Counts, load, match, allocate, report, peak,
            stored.Files.ToDictionary(file => file.Key, file => file.Value.Length, StringComparer.Ordinal));
        foreach (var (name, content) in stored.Files)
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, name), content, cancellationToken);
        }

        Console.WriteLine(JsonSerializer.Serialize(result));
    }

    private static double PeakMegabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0;
    }

    /// <param name="Counts">What the run found.</param>
    /// <param name="Load">Seconds from the start to the first need: profiles, digests, vectors, words, neighbourhoods.</param>
    /// <param name="Match">Seconds to find and score the candidates.</param>
    /// <param name="Allocate">Seconds to choose the slate.</param>
    /// <param name="Report">Seconds to explain it and to write and store the report.</param>
    /// <param name="PeakMegabytes">The most memory that was resident, in MiB.</param>
    /// <param name="FileBytes">The size of each of the report's files.</param>
    internal sealed record Result(
        RunCounts Counts, double Load, double Match, double Allocate, double Report, double PeakMegabytes,
        Dictionary<string, int> FileBytes);

    /// <summary>Notes when each step begins.</summary>
    private sealed class StepClock : IProgress<PipelineProgress>
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly Dictionary<PipelineStep, double> _begun = [];

        public void Report(PipelineProgress value) =>
            _begun.TryAdd(value.Step, Stopwatch.GetElapsedTime(_start).TotalSeconds);

        public (double Load, double Match, double Allocate, double Report) Stop()
        {
            var (match, allocate) = (_begun[PipelineStep.Match], _begun[PipelineStep.Allocate]);
            var report = _begun[PipelineStep.Report];
            return (match, allocate - match, report - allocate, Stopwatch.GetElapsedTime(_start).TotalSeconds - report);
        }
    }
}
