using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Benchmarks;

/// <summary>The full match with vectors ready, from loading to the stored draft, over profiles made from the samples.</summary>
internal static class MatchBenchmark
{
    private const int TargetSize = 10_000;
    private const int TargetSeconds = 60;
    private const int TargetMegabytes = 2048;

    public static async Task RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var sizes = Array.ConvertAll(
            Option(args, "--sizes", "1000,10000").Split(','), text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        var asked = Option(args, "--directory", "");
        var directory = asked.Length > 0 ? Path.GetFullPath(asked) : Directory.CreateTempSubdirectory("clusterengine-match-").FullName;
        try
        {
            var results = new List<MatchRun.Result>();
            MadeProfiles? made = null;
            foreach (var size in sizes)
            {
                var ready = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"ready-{size}"));
                if (!Directory.Exists(ready))
                {
                    made ??= await MatchStore.ReadSampleAsync(
                        Directory.CreateDirectory(Path.Combine(directory, "sample")).FullName, IsoWeek.Of(MatchRun.AsOf), cancellationToken);
                    await MatchStore.WriteAsync(ready + ".part", made, size, cancellationToken);
                    Directory.Move(ready + ".part", ready);
                }

                results.Add(await MeasureAsync(ready, Path.Combine(directory, "run"), cancellationToken));
            }

            PrintTables(results);
        }
        finally
        {
            if (asked.Length == 0)
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    // A run that is finished is found again, so that each measurement has a fresh copy of the store.
    private static async Task<MatchRun.Result> MeasureAsync(string ready, string copy, CancellationToken cancellationToken)
    {
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(ready))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!, ["match-run", copy]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("The run could not be started.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<MatchRun.Result>(output)!
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The run ended with code {process.ExitCode}."));
    }

    private static void PrintTables(List<MatchRun.Result> results)
    {
        Print.Line($"{Machine.Describe()}\n");
        Console.WriteLine("| profiles | needs | offers | load s | match s | allocate s | report s | total s | peak MiB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var result in results)
        {
            var counts = result.Counts;
            Print.Line($"| {counts.Profiles:n0} | {counts.Needs:n0} | {counts.Offers:n0} | {result.Load:0.0} | {result.Match:0.0} | {result.Allocate:0.0} | {result.Report:0.0} | {Total(result):0.0} | {result.PeakMegabytes:0} |");
        }

        Console.WriteLine("\n| profiles | matches | gaps | waiting | report.json MB | HTML MB | CSV MB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (counts, files) in results.Select(result => (result.Counts, result.FileBytes)))
        {
            Print.Line($"| {counts.Profiles:n0} | {counts.Matches:n0} | {counts.Gaps:n0} | {counts.Waiting:n0} | {files["report.json"] / 1e6:0.0} | {files["report.sv.html"] / 1e6:0.0} | {files["report.sv.csv"] / 1e6:0.0} |");
        }

        foreach (var result in results.Where(result => result.Counts.Profiles == TargetSize))
        {
            var met = Total(result) <= TargetSeconds && result.PeakMegabytes <= TargetMegabytes;
            Print.Line($"\nTargets at {TargetSize:n0} profiles: {TargetSeconds} s and {TargetMegabytes:n0} MiB at most: {(met ? "met" : "not met")}.");
        }
    }

    private static double Total(MatchRun.Result result) => result.Load + result.Match + result.Allocate + result.Report;

    private static string Option(string[] args, string name, string fallback)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
    }
}
