using System.Globalization;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Models.Tests;

/// <summary>A text's vectors do not depend on what it is batched with, nor on the threads.</summary>
public sealed class SameBitsTests(GoldenModel golden)
{
    private static readonly TextToEmbed[] Texts =
    [
        .. GoldenModel.Texts.Select(text => text.Text),
        new(FacetSide.Offer, string.Join(' ', Enumerable.Repeat("mätning av ljus", 200))),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alone_in_batches_in_reverse_and_with_one_thread_the_vectors_have_the_same_bits()
    {
        var expected = await golden.TwoThreads.EmbedAsync(Texts, null, Token);

        Compare(expected, await golden.OneThread.EmbedAsync(Texts, null, Token));
        var reversed = await golden.TwoThreads.EmbedAsync([.. Texts.Reverse()], null, Token);
        Compare(expected, [.. reversed.Reverse()]);
        var twice = await golden.TwoThreads.EmbedAsync([.. Texts, .. Texts], null, Token);
        Compare([.. expected, .. expected], twice);
        foreach (var embedder in (ITextEmbedder[])[golden.OneThread, golden.TwoThreads])
        {
            for (var i = 0; i < Texts.Length; i++)
            {
                Compare([expected[i]], await embedder.EmbedAsync([Texts[i]], null, Token));
            }
        }
    }

    [Fact]
    public async Task Token_vectors_have_the_same_bits_too()
    {
        var expected = await golden.TwoThreads.EmbedTokensAsync(Texts, Token);
        var other = await golden.OneThread.EmbedTokensAsync([.. Texts.Reverse()], Token);
        for (var i = 0; i < Texts.Length; i++)
        {
            var alone = (await golden.TwoThreads.EmbedTokensAsync([Texts[i]], Token))[0];
            foreach (var tokens in (TokenEmbedding[])[other[^(i + 1)], alone])
            {
                tokens.Vectors.AsSpan().SequenceEqual(expected[i].Vectors).ShouldBeTrue(Texts[i].Text);
                tokens.Weights.AsSpan().SequenceEqual(expected[i].Weights).ShouldBeTrue(Texts[i].Text);
                tokens.Ranges.ShouldBe(expected[i].Ranges);
            }
        }
    }

    [Fact]
    public async Task Every_batch_size_gives_the_same_bits()
    {
        // 19 texts of one bucket make a batch of 16 and one of 3, and so on down to 2: each size is met.
        var expected = await golden.TwoThreads.EmbedAsync([.. Texts.Take(4)], null, Token);
        for (var size = 2; size <= 18; size++)
        {
            var texts = Enumerable.Range(0, size).Select(i => Texts[i % 4]).ToArray();
            var actual = await golden.TwoThreads.EmbedAsync(texts, null, Token);
            Compare([.. Enumerable.Range(0, size).Select(i => expected[i % 4])], actual);
        }
    }

    [Fact]
    public async Task Callers_at_the_same_time_get_the_same_bits()
    {
        var texts = Texts.Take(20).ToArray();
        var expected = await golden.TwoThreads.EmbedAsync(texts, null, Token);
        var calls = Enumerable.Range(0, 4).Select(_ => golden.TwoThreads.EmbedAsync(texts, null, Token).AsTask());
        foreach (var actual in await Task.WhenAll(calls))
        {
            Compare(expected, actual);
        }
    }

    private static void Compare(IReadOnlyList<IReadOnlyList<float[]>> expected, IReadOnlyList<IReadOnlyList<float[]>> actual)
    {
        actual.Count.ShouldBe(expected.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            actual[i].Count.ShouldBe(expected[i].Count);
            for (var window = 0; window < expected[i].Count; window++)
            {
                actual[i][window].AsSpan().SequenceEqual(expected[i][window]).ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"text {i}, window {window}"));
            }
        }
    }
}
