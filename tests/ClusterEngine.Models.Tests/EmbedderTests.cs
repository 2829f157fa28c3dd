using System.Globalization;
using System.Numerics.Tensors;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Models.Tests;

/// <summary>Windows, odd texts, progress and cancellation.</summary>
public sealed class EmbedderTests(GoldenModel golden)
{
    private static readonly string Long = string.Join(
        ' ', Enumerable.Range(0, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"mätning {i}")));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Windows_hold_every_token_and_share_sixty_four()
    {
        var text = GoldenModel.Tokenizer().Encode(new TextToEmbed(FacetSide.Need, Long));
        var windows = text.Windows(512).ToArray();

        windows.Length.ShouldBeGreaterThan(2);
        var joined = new List<int>(windows[0][4..^1]);
        foreach (var window in windows.Skip(1))
        {
            window[4..68].ShouldBe(joined[^64..]);
            joined.AddRange(window[68..^1]);
        }

        joined.ShouldBe(text.Content);
        foreach (var window in windows)
        {
            window.Length.ShouldBeLessThanOrEqualTo(512);
            window.Take(4).ShouldBe(text.Opening);
            window[^1].ShouldBe(TextTokenizer.End);
        }
    }

    [Fact]
    public void A_text_that_just_fits_is_one_window_and_one_token_more_makes_two()
    {
        EncodedText Of(int tokens) => new([0, 1, 2, 3], [.. Enumerable.Range(10, tokens)], "", []);

        Of(507).Windows(512).ShouldHaveSingleItem().Length.ShouldBe(512);
        Of(508).Windows(512).Select(window => window.Length).ShouldBe([512, 4 + 65 + 1]);
        Of(0).Windows(512).ShouldHaveSingleItem().ShouldBe([0, 1, 2, 3, 2]);
    }

    [Fact]
    public async Task Each_window_has_a_unit_vector_of_its_own()
    {
        var vectors = (await golden.TwoThreads.EmbedAsync([new TextToEmbed(FacetSide.Offer, Long)], null, Token))[0];

        vectors.Count.ShouldBeGreaterThan(2);
        vectors.ShouldAllBe(vector => Math.Abs(TensorPrimitives.Norm<float>(vector) - 1) < 1e-5 && vector.Length == 384);
        vectors[0].SequenceEqual(vectors[1]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\ud800")]
    [InlineData("a\udc00b\ud800")]
    [InlineData("\0")]
    [InlineData("🧪")]
    public async Task Odd_texts_have_a_vector(string text)
    {
        TextToEmbed[] texts = [new(FacetSide.Need, text), new(FacetSide.Offer, text)];

        var vectors = await golden.TwoThreads.EmbedAsync(texts, null, Token);
        var tokens = await golden.TwoThreads.EmbedTokensAsync(texts, Token);

        vectors.ShouldAllBe(windows => windows.Count == 1);
        tokens.ShouldAllBe(token => token.Ranges.Count == token.Weights.Length && token.Vectors.Length == 96 * token.Weights.Length);
    }

    [Fact]
    public async Task A_lone_surrogate_counts_as_a_blank()
    {
        TextToEmbed[] texts = [new(FacetSide.Need, "ett \ud800 två"), new(FacetSide.Need, "ett två")];

        var vectors = await golden.TwoThreads.EmbedAsync(texts, null, Token);

        vectors[0][0].ShouldBe(vectors[1][0]);
    }

    [Fact]
    public async Task No_texts_give_no_vectors()
    {
        (await golden.TwoThreads.EmbedAsync([], null, Token)).ShouldBeEmpty();
        (await golden.TwoThreads.EmbedTokensAsync([], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tokens_of_a_long_text_are_those_of_its_first_window()
    {
        var tokens = (await golden.TwoThreads.EmbedTokensAsync([new TextToEmbed(FacetSide.Offer, Long)], Token))[0];

        tokens.Weights.Length.ShouldBe(512 - 4);
        tokens.Weights.ShouldAllBe(weight => weight >= 0);
    }

    [Fact]
    public async Task Progress_counts_texts_and_ends_with_all()
    {
        var seen = new Recorder();
        await golden.TwoThreads.EmbedAsync([.. GoldenModel.Texts.Select(text => text.Text)], seen, Token);

        seen.Values.ShouldBeInOrder();
        seen.Values[^1].ShouldBe(GoldenModel.Texts.Count);
    }

    [Fact]
    public async Task Cancelling_stops_before_the_next_batch()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var seen = new Recorder { OnReport = source.Cancel };

        await Should.ThrowAsync<OperationCanceledException>(async () => await golden.TwoThreads.EmbedAsync(
            [.. GoldenModel.Texts.Select(text => text.Text)], seen, source.Token));

        seen.Values.ShouldHaveSingleItem();
    }

    private sealed class Recorder : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(int value)
        {
            Values.Add(value);
            OnReport?.Invoke();
        }
    }
}
