using System.Globalization;
using System.Text.Json;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Models;
using ClusterEngine.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace ClusterEngine.Benchmarks;

/// <summary>What the embedder costs beside ONNX Runtime itself: all needs and offers of the samples, against a plain
/// session with its default settings that is given the same batches, ready made, and whose results nobody reads.</summary>
internal static class EmbedBenchmark
{
    private static readonly string[] Inputs = ["input_ids", "attention_mask"];
    private static readonly string[] Outputs = ["embedding"];

    public static void Run(string[] arguments, CancellationToken cancellationToken)
    {
        var repetitions = arguments is ["--repetitions", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 3;
        var root = Repository.Root();
        var texts = Texts(Repository.SampleProfiles());
        var options = Options.Create(new ModelOptions { Directory = Path.Combine(root, "models") });
        var directory = new ModelDirectory(options);
        var (batches, tokens) = Prepare(directory, texts);

        using var embedder = new OnnxEmbedder(directory, options, TimeProvider.System, NullLogger<OnnxEmbedder>.Instance);
        using var sessionOptions = new SessionOptions { IntraOpNumThreads = Environment.ProcessorCount };
        using var session = new InferenceSession(directory.PathOf(directory.ReadManifest().Encoder.Name), sessionOptions);
        using var run = new RunOptions();
        var timings = Timing.Alternate(
            repetitions,
            cancellationToken,
            () => embedder.EmbedAsync(texts, null, cancellationToken).AsTask().GetAwaiter().GetResult(),
            () =>
            {
                foreach (var batch in batches)
                {
                    session.Run(run, Inputs, batch, Outputs).Dispose();
                }
            });
        foreach (var value in batches.SelectMany(batch => batch))
        {
            value.Dispose();
        }

        Print.Line($"{Machine.Describe()}");
        Print.Line($"{texts.Length} texts, {tokens} tokens, {batches.Count} batches; median of {repetitions} in turn\n");
        Print.Line($"| what | s | texts/s | tokens/s |\n|---|---|---|---|");
        PrintRow("EmbedAsync, from text", timings[0].Median, texts.Length, tokens);
        PrintRow("ONNX Runtime alone, batches ready", timings[1].Median, texts.Length, tokens);
        Print.Line($"\nratio {timings[1].Median / timings[0].Median:0.000} (target 0.9 or more)");
    }

    private static void PrintRow(string what, double seconds, int texts, int tokens) =>
        Print.Line($"| {what} | {seconds:0.00} | {texts / seconds:0.0} | {tokens / seconds:0} |");

    private static (List<OrtValue[]> Batches, int Tokens) Prepare(ModelDirectory directory, TextToEmbed[] texts)
    {
        var manifest = directory.ReadManifest();
        using var stream = File.OpenRead(directory.PathOf(manifest.Tokenizer.Name));
        var tokenizer = new TextTokenizer(stream, manifest.Prefixes);
        int[][] sequences = [.. texts.SelectMany(text => tokenizer.Encode(text).Windows(manifest.MaxTokens))];
        var batches = new List<OrtValue[]>();
        foreach (var batch in Batch.Plan(sequences))
        {
            var ids = new long[batch.Rows * batch.Tokens];
            var mask = new long[ids.Length];
            Array.Fill(ids, TextTokenizer.Padding);
            for (var row = 0; row < batch.Rows; row++)
            {
                var sequence = sequences[batch.Sequences[Math.Min(row, batch.Sequences.Length - 1)]];
                for (var i = 0; i < sequence.Length; i++)
                {
                    ids[(row * batch.Tokens) + i] = sequence[i];
                    mask[(row * batch.Tokens) + i] = 1;
                }
            }

            long[] shape = [batch.Rows, batch.Tokens];
            batches.Add([OrtValue.CreateTensorValueFromMemory(ids, shape), OrtValue.CreateTensorValueFromMemory(mask, shape)]);
        }

        return (batches, sequences.Sum(sequence => sequence.Length));
    }

    private static TextToEmbed[] Texts(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .SelectMany(profile => Facets(profile, "needs", FacetSide.Need).Concat(Facets(profile, "offers", FacetSide.Offer))),
    ];

    private static IEnumerable<TextToEmbed> Facets(JsonElement profile, string list, FacetSide side) =>
        profile.TryGetProperty(list, out var facets)
            ? facets.EnumerateArray()
                .SelectMany(facet => facet.GetProperty("text").EnumerateObject())
                .Where(version => version.Value.ValueKind == JsonValueKind.String)
                .Select(version => new TextToEmbed(side, version.Value.GetString()!))
            : [];
}
