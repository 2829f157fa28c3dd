using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Models;

/// <summary>Computes a vector and a weight for each token of each text.</summary>
internal static class TokenVectors
{
    private static readonly string[] Outputs = ["tokens", "weights"];

    /// <summary>The vectors, as <see cref="ITextEmbedder.EmbedTokensAsync"/> promises them.</summary>
    public static IReadOnlyList<TokenEmbedding> Compute(
        LoadedModel model, IReadOnlyList<TextToEmbed> texts, CancellationToken cancellationToken)
    {
        var maxTokens = model.Manifest.MaxTokens;
        var encoded = texts.Select(model.Tokenizer.Encode).ToArray();
        var sequences = Array.ConvertAll(encoded, text => text.Cut(maxTokens));
        var results = new TokenEmbedding[texts.Count];
        foreach (var batch in Batch.Plan(sequences))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var i in batch.Sequences)
            {
                results[i] = Empty(model, texts[i], encoded[i], sequences[i].Length);
            }

            model.Encoder.Run(batch, Array.ConvertAll(batch.Sequences, i => sequences[i]), Outputs, (output, values) =>
            {
                for (var row = 0; row < batch.Sequences.Length; row++)
                {
                    var i = batch.Sequences[row];
                    Fill(results[i], output, values[(row * (values.Length / batch.Rows))..], encoded[i].Opening.Length);
                }
            });
        }

        return results;
    }

    private static TokenEmbedding Empty(LoadedModel model, TextToEmbed text, EncodedText encoded, int length)
    {
        var count = length - encoded.Opening.Length - 1;
        return new TokenEmbedding(
            model.Manifest.TokenDimensions,
            new float[count * model.Manifest.TokenDimensions],
            new float[count],
            model.Tokenizer.Locate(text, encoded, count));
    }

    /// <summary>Copies a text's own tokens out of its row: special and prefix tokens have no part in late interaction.</summary>
    private static void Fill(TokenEmbedding result, int output, ReadOnlySpan<float> row, int opening)
    {
        if (output == 1)
        {
            row.Slice(opening, result.Weights.Length).CopyTo(result.Weights);
            return;
        }

        row.Slice(opening * result.Dimensions, result.Vectors.Length).CopyTo(result.Vectors);
        for (var token = 0; token < result.Weights.Length; token++)
        {
            UnitVector.Require(result.Vectors.AsSpan(token * result.Dimensions, result.Dimensions));
        }
    }
}
