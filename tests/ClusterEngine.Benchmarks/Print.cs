namespace ClusterEngine.Benchmarks;

internal static class Print
{
    /// <summary>A line with numbers as English writes them, whatever the culture.</summary>
    public static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
