using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Embeddings;

/// <summary>What a vector was made with: vectors of two models are never compared.</summary>
/// <param name="Id">Name and content: changes whenever the model's files do.</param>
/// <param name="Dimensions">Numbers in a vector.</param>
/// <param name="FitThreshold">The least fit (0 to 1) at which an offer counts as a partner; a value of <c>f</c>, fitted for this model.</param>
public sealed record EmbeddingModel(string Id, int Dimensions, double FitThreshold);

/// <summary>A text to embed.</summary>
/// <param name="Side">Decides the prefix.</param>
/// <param name="Text">The text, of any length: what is too long for the model goes in windows.</param>
public readonly record struct TextToEmbed(FacetSide Side, string Text);

/// <summary>Where text stands in a longer one.</summary>
/// <param name="Start">The first character, counted in UTF-16 units.</param>
/// <param name="Length">How many.</param>
public readonly record struct TextRange(int Start, int Length);

/// <summary>The vectors of a text's tokens, for late interaction.</summary>
/// <param name="Dimensions">Numbers in a token's vector.</param>
/// <param name="Vectors">Unit vectors one after another, tokens × dimensions; special and prefix tokens are left out.</param>
/// <param name="Weights">A weight ≥ 0 for each token.</param>
/// <param name="Ranges">Where each token stands in the original text.</param>
public sealed record TokenEmbedding(
    int Dimensions, float[] Vectors, float[] Weights, IReadOnlyList<TextRange> Ranges);

/// <summary>Turns texts into vectors. The same text gives the same bits whatever it is batched with.</summary>
public interface ITextEmbedder
{
    /// <summary>The model in use.</summary>
    EmbeddingModel Model { get; }

    /// <summary>Embeds texts.</summary>
    /// <param name="texts">Any number, any lengths.</param>
    /// <param name="progress">Told how many texts are done, of all.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>As many as <paramref name="texts"/>, in their order: for each text the unit vectors of its windows (at least one).</returns>
    /// <exception cref="EmbeddingException">The model failed; says whether trying again can help.</exception>
    ValueTask<IReadOnlyList<IReadOnlyList<float[]>>> EmbedAsync(
        IReadOnlyList<TextToEmbed> texts, IProgress<int>? progress, CancellationToken cancellationToken);

    /// <summary>Embeds each token of the texts (what is past the model's limit is cut).</summary>
    /// <returns>As many as <paramref name="texts"/>, in their order.</returns>
    /// <exception cref="EmbeddingException">The model failed.</exception>
    ValueTask<IReadOnlyList<TokenEmbedding>> EmbedTokensAsync(
        IReadOnlyList<TextToEmbed> texts, CancellationToken cancellationToken);
}

/// <summary>The embedding model is missing, damaged or failed. The message says what to do.</summary>
public sealed class EmbeddingException : Exception
{
    /// <summary>With a message for the operator.</summary>
    public EmbeddingException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the operator, and the cause.</summary>
    public EmbeddingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message; for serializers.</summary>
    public EmbeddingException()
    {
    }
}
