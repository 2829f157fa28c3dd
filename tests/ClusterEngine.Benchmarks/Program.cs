using System.Globalization;
using ClusterEngine.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};
try
{
    switch (args)
    {
        case ["kernel", .. var rest]:
            KernelBenchmark.Run(rest, cancellation.Token);
            return 0;
        case ["embed", .. var rest]:
            EmbedBenchmark.Run(rest, cancellation.Token);
            return 0;
        case ["match", .. var rest]:
            await MatchBenchmark.RunAsync(rest, cancellation.Token);
            return 0;
        case ["match-run", var directory]:
            await MatchRun.RunAsync(directory, cancellation.Token);
            return 0;
        case ["fit", .. var rest]:
            FitThreshold.Run(rest, cancellation.Token);
            return 0;
        case ["expected"]:
            await ExpectedTable.PrintAsync(cancellation.Token);
            return 0;
        case ["micro", .. var rest]:
            return MicroBenchmarks.Run(rest);
        default:
            Console.WriteLine(Help.Text);
            return args is [] or ["--help"] or ["-h"] ? 0 : 2;
    }
}
catch (OperationCanceledException)
{
    return 130;
}
