using System.Globalization;
using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Benchmarks;

/// <summary>The candidate kernel against what the machine can do at best.</summary>
internal static class KernelBenchmark
{
    private const int Rounds = 50_000_000;
    private const double Giga = 1e9;

    public static void Run(string[] args, CancellationToken cancellationToken)
    {
        var sizes = Array.ConvertAll(Option(args, "--sizes", "1000,10000,20000").Split(','), Number);
        var repetitions = Number(Option(args, "--repetitions", "5"));
        var threads = Number(Option(args, "--threads", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)));
        Print.Line($"{Machine.Describe()}; {DotKernel.Best}, {threads} threads, {repetitions} repetitions\n");
        AllPairs(sizes, repetitions, threads, cancellationToken);
        Neighbourhoods(repetitions, threads, cancellationToken);
        SingleQuery(repetitions, threads, cancellationToken);
    }

    private static void AllPairs(int[] sizes, int repetitions, int threads, CancellationToken cancellationToken)
    {
        Console.WriteLine("| all pairs, top 20, 384 dimensions | median s | min s | GFLOP/s (median) | of FMA rate | `TensorPrimitives.Dot` loop, GFLOP/s | FMA rate, GFLOP/s |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var size in sizes)
        {
            var (queries, passages) = (SampleVectors.Create(size, 1), SampleVectors.Create(size, 2));
            var (queryMatrix, passageMatrix) = (SampleVectors.ToMatrix(queries), SampleVectors.ToMatrix(passages));
            var (flatQueries, flatPassages) = (queries.SelectMany(v => v).ToArray(), passages.SelectMany(v => v).ToArray());
            var request = new SearchRequest { Accepted = 20, Refused = 0, Threads = threads };
            var timings = Timing.Alternate(
                repetitions,
                cancellationToken,
                () => TiledSearch.Search(queryMatrix, passageMatrix, request, cancellationToken),
                () => Baselines.DotLoop(flatQueries, flatPassages, SampleVectors.Dimensions, threads),
                () => Baselines.MultiplyAdd(threads, Rounds));
            var operations = 2.0 * size * size * SampleVectors.Dimensions / Giga;
            var most = Baselines.OperationsInRound * Rounds * threads / Giga / timings[2].Median;
            var ours = operations / timings[0].Median;
            Print.Line($"| {size:n0} × {size:n0} | {timings[0].Median:0.000} | {timings[0].Least:0.000} | {ours:0} | {ours / most:0.00} | {operations / timings[1].Median:0} | {most:0} |");
        }
    }

    private static void Neighbourhoods(int repetitions, int threads, CancellationToken cancellationToken)
    {
        const int Size = 25_000;
        var queries = SampleVectors.ToMatrix(SampleVectors.Create(Size, 1));
        var passages = SampleVectors.ToMatrix(SampleVectors.Create(Size, 2));
        var full = new SearchRequest { Accepted = 200, Refused = 10, PassageMeans = true, Threads = threads, Eligible = static (q, p) => (q + p) % 7 != 0 };
        var timings = Timing.Alternate(
            Math.Min(3, repetitions),
            cancellationToken,
            () => TiledSearch.MeasureNeighbourhoods(queries, passages, threads, cancellationToken),
            () => TiledSearch.Search(queries, passages, full, cancellationToken));
        Console.WriteLine("\n| 25,000 × 25,000 owners of one vector | median s | min s |");
        Console.WriteLine("|---|---:|---:|");
        Print.Line($"| r₁₀ of both sides | {timings[0].Median:0.00} | {timings[0].Least:0.00} |");
        Print.Line($"| the same with the first 200 eligible and 10 refused (one pair in 7 is not eligible) | {timings[1].Median:0.00} | {timings[1].Least:0.00} |");
    }

    private static void SingleQuery(int repetitions, int threads, CancellationToken cancellationToken)
    {
        Console.WriteLine("\n| single query, top 20 | threads | median ms | min ms | GB/s (median) | plain read, GB/s | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        var query = SampleVectors.ToMatrix(SampleVectors.Create(1, 3));
        foreach (var size in new[] { 1_000, 10_000, 100_000 })
        {
            var matrix = SampleVectors.ToMatrix(SampleVectors.Create(size, 2));
            var memory = new float[size * SampleVectors.Dimensions];
            Array.Fill(memory, 1); // pages never written would all be read from one page of zeros
            foreach (var count in new[] { 1, threads }.Distinct())
            {
                var request = new SearchRequest { Accepted = 20, Refused = 0, Threads = count };
                var timings = Timing.Alternate(
                    20 * repetitions,
                    cancellationToken,
                    () => TiledSearch.SearchOne(query, 0, matrix, request, cancellationToken),
                    () => Baselines.Read(memory, count));
                var bytes = (double)size * SampleVectors.Dimensions * sizeof(float) / Giga;
                var (ours, plain) = (bytes / timings[0].Median, bytes / timings[1].Median);
                Print.Line($"| {size:n0} | {count} | {1000 * timings[0].Median:0.000} | {1000 * timings[0].Least:0.000} | {ours:0.0} | {plain:0.0} | {ours / plain:0.00} |");
            }
        }
    }

    private static string Option(string[] args, string name, string fallback)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
