using System.Text.Json;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(ClusterEngine.Models.Tests.GoldenModel))]

namespace ClusterEngine.Models.Tests;

/// <summary>The model, loaded once with two threads and once with one, and the golden files that came with it.</summary>
public sealed class GoldenModel : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models");

    private readonly OnnxEmbedder two = Create(Folder, 2);
    private readonly OnnxEmbedder one = Create(Folder, 1);

    public ITextEmbedder TwoThreads => two;

    public ITextEmbedder OneThread => one;

    internal static IReadOnlyList<GoldenText> Texts { get; } = [.. Read("golden.jsonl").Select(GoldenText.Of)];

    internal static IReadOnlyList<GoldenPair> Pairs { get; } = [.. Read("golden-pairs.jsonl").Select(GoldenPair.Of)];

    internal static OnnxEmbedder Create(string folder, int threads) => new(
        DirectoryAt(folder),
        Options.Create(new ModelOptions { Threads = threads }),
        TimeProvider.System,
        NullLogger<OnnxEmbedder>.Instance);

    internal static ModelDirectory DirectoryAt(string folder) =>
        new(Options.Create(new ModelOptions { Directory = folder }));

    internal static TextTokenizer Tokenizer()
    {
        var directory = DirectoryAt(Folder);
        var manifest = directory.ReadManifest();
        using var stream = File.OpenRead(directory.PathOf(manifest.Tokenizer.Name));
        return new TextTokenizer(stream, manifest.Prefixes);
    }

    public void Dispose()
    {
        two.Dispose();
        one.Dispose();
    }

    private static IEnumerable<JsonElement> Read(string name) =>
        File.ReadLines(Path.Combine(Folder, name)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}

/// <summary>A text with what the model made of it elsewhere.</summary>
internal sealed record GoldenText(TextToEmbed Text, int[] Ids, float[] Embedding)
{
    public static GoldenText Of(JsonElement row) => new(
        new TextToEmbed(
            row.GetProperty("prefix").ValueEquals("query: ") ? FacetSide.Need : FacetSide.Offer,
            row.GetProperty("text").GetString()!),
        [.. row.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())],
        [.. row.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())]);
}

/// <summary>A query and a passage with their scores.</summary>
internal sealed record GoldenPair(string Query, string Passage, double Cosine, double Late)
{
    public static GoldenPair Of(JsonElement row) => new(
        row.GetProperty("query").GetString()!,
        row.GetProperty("passage").GetString()!,
        row.GetProperty("cosine").GetDouble(),
        row.GetProperty("late").GetDouble());
}
