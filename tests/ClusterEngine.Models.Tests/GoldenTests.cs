using System.Numerics.Tensors;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Models.Tests;

/// <summary>The embedder gives what the model's own golden files say.</summary>
public sealed class GoldenTests(GoldenModel golden)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Token_ids_are_the_golden_ones()
    {
        var tokenizer = GoldenModel.Tokenizer();
        foreach (var text in GoldenModel.Texts)
        {
            tokenizer.Encode(text.Text).Cut(512).ShouldBe(text.Ids, text.Text.Text);
        }

        GoldenModel.Texts.Count.ShouldBe(42);
    }

    [Fact]
    public async Task First_windows_have_the_golden_vectors()
    {
        var vectors = await golden.TwoThreads.EmbedAsync([.. GoldenModel.Texts.Select(text => text.Text)], null, Token);
        foreach (var (text, windows) in GoldenModel.Texts.Zip(vectors))
        {
            TensorPrimitives.CosineSimilarity<float>(windows[0], text.Embedding).ShouldBeGreaterThanOrEqualTo(0.99999f, text.Text.Text);
            windows.Count.ShouldBe(text.Ids.Length < 512 ? 1 : windows.Count);
        }
    }

    [Fact]
    public async Task Pairs_have_the_golden_cosine_and_late_score()
    {
        TextToEmbed[] texts =
        [
            .. GoldenModel.Pairs.Select(pair => new TextToEmbed(FacetSide.Need, pair.Query)),
            .. GoldenModel.Pairs.Select(pair => new TextToEmbed(FacetSide.Offer, pair.Passage)),
        ];
        var vectors = await golden.TwoThreads.EmbedAsync(texts, null, Token);
        var tokens = await golden.TwoThreads.EmbedTokensAsync(texts, Token);
        var pairs = GoldenModel.Pairs.Count;
        for (var i = 0; i < pairs; i++)
        {
            double cosine = TensorPrimitives.Dot<float>(vectors[i][0], vectors[pairs + i][0]);
            cosine.ShouldBe(GoldenModel.Pairs[i].Cosine, 1e-4, texts[i].Text);
            LateInteraction.Score(tokens[i], tokens[pairs + i]).ShouldBe(GoldenModel.Pairs[i].Late, 1e-4, texts[i].Text);
        }
    }
}
