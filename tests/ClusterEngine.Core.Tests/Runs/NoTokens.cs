using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Core.Tests.Runs;

/// <summary>An embedder that fails when it is asked which words met.</summary>
internal sealed class NoTokens(ITextEmbedder inner) : ITextEmbedder
{
    public EmbeddingModel Model => inner.Model;

    public ValueTask<IReadOnlyList<IReadOnlyList<float[]>>> EmbedAsync(
        IReadOnlyList<TextToEmbed> texts, IProgress<int>? progress, CancellationToken cancellationToken) =>
        inner.EmbedAsync(texts, progress, cancellationToken);

    public ValueTask<IReadOnlyList<TokenEmbedding>> EmbedTokensAsync(
        IReadOnlyList<TextToEmbed> texts, CancellationToken cancellationToken) =>
        throw new EmbeddingException("no tokens today");
}
