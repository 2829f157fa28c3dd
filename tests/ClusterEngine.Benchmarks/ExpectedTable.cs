using ClusterEngine.Models;
using ClusterEngine.Testing;
using ClusterEngine.Testing.Introductions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Benchmarks;

/// <summary>Prints how the matcher does on data/sample/expected.jsonl, for docs/quality.md.</summary>
internal static class ExpectedTable
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    public static async Task PrintAsync(CancellationToken cancellationToken)
    {
        var root = Repository.Root();
        var options = Options.Create(new ModelOptions { Directory = Path.Combine(root, "models") });
        using var embedder = new OnnxEmbedder(
            new ModelDirectory(options), options, TimeProvider.System, NullLogger<OnnxEmbedder>.Instance);
        var results = await ExpectedIntroductions.CheckAsync(Path.Combine(root, "data", "sample"), embedder, AsOf, cancellationToken);
        var partners = results.Where(result => result.ExpectedReason is null).ToList();
        var reasons = results.Where(result => result.ExpectedReason is not null).ToList();
        Print.Line($"| what | found | of | share |\n|---|---|---|---|");
        PrintRow("expected partner among the first five", partners.Count(result => result.IsMet), partners.Count);
        PrintRow("expected partner first", partners.Count(result => result.Rank == 1), partners.Count);
        PrintRow("a need with a partner is taken for a gap", partners.Count(result => result.FoundReason is not null), partners.Count);
        PrintRow("expected reason", reasons.Count(result => result.IsMet), reasons.Count);
        Print.Line($"\n| miss | expected | found | first eligible offers | nearest that are not eligible |\n|---|---|---|---|---|");
        foreach (var miss in results.Where(result => !result.IsMet))
        {
            var expected = miss.ExpectedReason is { } reason ? Enum.GetName(reason) : "a partner";
            var found = miss.ExpectedReason is null ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rank {miss.Rank}")
                : miss.FoundReason is { } gap ? Enum.GetName(gap) : "partners";
            Print.Line($"| {miss.Need} | {expected} | {found} | {string.Join(", ", miss.First)} | {string.Join(", ", miss.Refused)} |");
        }
    }

    private static void PrintRow(string what, int found, int of) =>
        Print.Line($"| {what} | {found} | {of} | {(double)found / of:0.00} |");
}
