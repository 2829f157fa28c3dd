using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Models;

/// <summary>Computes a vector for each window of each text.</summary>
internal static class TextVectors
{
    private static readonly string[] Outputs = ["embedding"];

    /// <summary>The vectors, as <see cref="ITextEmbedder.EmbedAsync"/> promises them.</summary>
    public static IReadOnlyList<IReadOnlyList<float[]>> Compute(
        LoadedModel model, IReadOnlyList<TextToEmbed> texts, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var dimensions = model.Manifest.Dimensions;
        var results = new float[texts.Count][][];
        var windows = Windows(model, texts, results, cancellationToken);
        var missing = Array.ConvertAll(results, vectors => vectors.Length);
        var done = 0;
        foreach (var batch in Batch.Plan(windows.ConvertAll(window => window.Ids)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = Array.ConvertAll(batch.Sequences, i => windows[i]);
            model.Encoder.Run(batch, Array.ConvertAll(rows, row => row.Ids), Outputs, (_, values) =>
            {
                for (var row = 0; row < rows.Length; row++)
                {
                    var vector = values.Slice(row * dimensions, dimensions);
                    UnitVector.Require(vector);
                    results[rows[row].Text][rows[row].Index] = vector.ToArray();
                    done += --missing[rows[row].Text] == 0 ? 1 : 0;
                }
            });
            progress?.Report(done);
        }

        return results;
    }

    private static List<Window> Windows(
        LoadedModel model, IReadOnlyList<TextToEmbed> texts, float[][][] results, CancellationToken cancellationToken)
    {
        var windows = new List<Window>(texts.Count);
        for (var text = 0; text < texts.Count; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = windows.Count;
            foreach (var ids in model.Tokenizer.Encode(texts[text]).Windows(model.Manifest.MaxTokens))
            {
                windows.Add(new Window(text, windows.Count - before, ids));
            }

            results[text] = new float[windows.Count - before][];
        }

        return windows;
    }

    private readonly record struct Window(int Text, int Index, int[] Ids);
}
