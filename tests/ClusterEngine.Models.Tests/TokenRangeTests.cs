using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Models.Tests;

/// <summary>Tokens are found again in the text as it was written.</summary>
public sealed class TokenRangeTests
{
    private static readonly TextTokenizer Tokenizer = GoldenModel.Tokenizer();

    [Theory]
    [InlineData("Vi söker GMP", "Vi|söker|G|MP")]
    [InlineData("  två   ord  ", "två|ord")]
    [InlineData("A\u030angstro\u0308m och a\u0308", "A\u030a|ng|stro\u0308m|och|a\u0308")]
    [InlineData("ﬁnal ＦＵＬＬ", "ﬁnal|ＦＵＬＬ")]
    [InlineData("emoji 🧪🧬 i", "e|moji| |🧪🧬|i")]
    [InlineData("a\u200bb\r\nc", "a|b|c")]
    [InlineData("مختبر", "م|مختبر")]
    [InlineData("½ kg", "½|kg")]
    [InlineData("\u0001\u0002två", "\u0001|\u0001\u0002|t|vå")]
    [InlineData("ett \ud800 två", "ett|två")]
    [InlineData("", "")]
    [InlineData(" \t\u200b", "")]
    public void Ranges_cut_out_what_each_token_stands_for(string text, string expected)
    {
        var cut = string.Join('|', Ranges(text).Select(range => text.Substring(range.Start, range.Length)));

        cut.ShouldBe(expected);
    }

    [Theory]
    [InlineData('½', 50)]
    [InlineData('…', 400)]
    [InlineData('ﷺ', 40)]
    public void A_text_that_grows_much_when_it_is_normalised_has_its_ranges(char character, int count)
    {
        var text = new string(character, count);

        var last = Ranges(text)[^1];

        (last.Start + last.Length).ShouldBe(count);
    }

    [Fact]
    public void Ranges_are_in_order_and_inside_the_text_whatever_it_holds()
    {
        string[] parts =
        [
            "a", "å", "a\u030a", " ", "\t", "\u00a0", "\u200b", "\u200d", "\ud800", "\udc00", "👩‍🔬", "🇸🇪", "ﷺ", "㎏", "ﬃ",
            "ｶﾞ", "e\u0301\u0323\u0301", "\u0301", "▁", "|", "\0", "ש", "中", "한", "\u1100\u1161", "<s>", "ß", "\r\n", "…",
        ];
        var random = new Random(4);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            var before = 0;
            foreach (var range in Ranges(text))
            {
                range.Start.ShouldBeGreaterThanOrEqualTo(before, text);
                range.Length.ShouldBeGreaterThan(0, text);
                (range.Start + range.Length).ShouldBeLessThanOrEqualTo(text.Length, text);
                before = range.Start;
            }
        }
    }

    private static IReadOnlyList<TextRange> Ranges(string text)
    {
        var side = new TextToEmbed(FacetSide.Need, text);
        var encoded = Tokenizer.Encode(side);
        return Tokenizer.Locate(side, encoded, encoded.Content.Length);
    }
}
