using System.Numerics.Tensors;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Testing;

namespace ClusterEngine.Models.Tests;

/// <summary>The fake that other tests lean on.</summary>
public sealed class HashEmbedderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_that_share_words_are_nearer_than_texts_that_do_not()
    {
        var vectors = await EmbedAsync(new HashEmbedder(), "GMP-tillverkning av vacciner", "vacciner, tillverkning enligt GMP", "gait analysis");

        TensorPrimitives.Dot<float>(vectors[0][0], vectors[1][0]).ShouldBeGreaterThan(0.6f);
        TensorPrimitives.Dot<float>(vectors[0][0], vectors[2][0]).ShouldBeLessThan(0.4f);
        TensorPrimitives.Norm<float>(vectors[0][0]).ShouldBe(1, 1e-6f);
    }

    [Fact]
    public async Task The_vectors_are_the_same_in_every_process() =>
        (await EmbedAsync(new HashEmbedder(), "tuberkulos"))[0][0][..3].ShouldBe([0.18054618f, 0.0054241341f, -0.19449395f], 1e-6);

    [Fact]
    public async Task A_text_without_words_has_a_vector_and_a_long_one_has_several()
    {
        var embedder = new HashEmbedder(wordsPerWindow: 2);
        var vectors = await EmbedAsync(embedder, "", "ett två tre");

        TensorPrimitives.Norm<float>(vectors[0].ShouldHaveSingleItem()).ShouldBe(1, 1e-6f);
        vectors[1].Count.ShouldBe(2);
        embedder.TextsEmbedded.ShouldBe(2);
    }

    [Fact]
    public async Task Tokens_are_words_with_their_place()
    {
        var tokens = await new HashEmbedder().EmbedTokensAsync([new TextToEmbed(FacetSide.Need, "Ett, två")], Token);

        tokens[0].Ranges.ShouldBe([new TextRange(0, 3), new TextRange(5, 3)]);
        tokens[0].Vectors.Length.ShouldBe(2 * tokens[0].Dimensions);
    }

    private static ValueTask<IReadOnlyList<IReadOnlyList<float[]>>> EmbedAsync(HashEmbedder embedder, params string[] texts) =>
        embedder.EmbedAsync([.. texts.Select(text => new TextToEmbed(FacetSide.Offer, text))], null, Token);
}
