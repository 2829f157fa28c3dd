using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using Microsoft.ML.Tokenizers;

namespace ClusterEngine.Models;

/// <summary>Turns texts into the model's tokens. Safe to use from several threads.</summary>
/// <remarks>Every string has tokens. An empty text, or one of blanks, is the prefix alone; a lone surrogate counts as
/// a blank, as the model's normaliser treats what is not valid Unicode.</remarks>
internal sealed class TextTokenizer
{
    /// <summary>The token at a sequence's beginning, <c>&lt;s&gt;</c>.</summary>
    public const int Beginning = 0;

    /// <summary>The token that fills up a row, <c>&lt;pad&gt;</c>.</summary>
    public const int Padding = 1;

    /// <summary>The token at a sequence's end, <c>&lt;/s&gt;</c>.</summary>
    public const int End = 2;

    private const int Unknown = 3;

    private readonly SentencePieceTokenizer tokenizer;
    private readonly ModelPrefixes prefixes;
    private readonly int[] needOpening;
    private readonly int[] offerOpening;

    /// <summary>Reads a SentencePiece model.</summary>
    public TextTokenizer(Stream model, ModelPrefixes prefixes)
    {
        // Beginning and end are added here and not by the tokenizer: windows need them more than once.
        tokenizer = SentencePieceTokenizer.Create(model, addBeginningOfSentence: false, addEndOfSentence: false);
        this.prefixes = prefixes;
        needOpening = Opening(prefixes.Need);
        offerOpening = Opening(prefixes.Offer);
    }

    /// <summary>The tokens of a text.</summary>
    public EncodedText Encode(TextToEmbed text)
    {
        var (prefix, opening) = text.Side == FacetSide.Need ? (prefixes.Need, needOpening) : (prefixes.Offer, offerOpening);
        var tokens = Tokens(prefix + text.Text, out var normalised);

        // Tokens never reach over a blank, and each prefix ends with one: so the first tokens are the prefix's, whatever follows.
        var ids = new List<int>(tokens.Count);
        var places = new List<Range>(tokens.Count);
        foreach (var token in tokens.Skip(opening.Length - 1))
        {
            // The tokenizer gives one unknown for each character; the model was trained with one for a whole run.
            if (token.Id == Unknown && ids.Count > 0 && ids[^1] == Unknown)
            {
                places[^1] = places[^1].Start..token.Offset.End;
                continue;
            }

            ids.Add(token.Id);
            places.Add(token.Offset);
        }

        return new EncodedText(opening, [.. ids], normalised, [.. places]);
    }

    /// <summary>Where each of the first tokens of an encoded text stands in the text itself.</summary>
    public IReadOnlyList<TextRange> Locate(TextToEmbed text, EncodedText encoded, int tokens)
    {
        var prefix = text.Side == FacetSide.Need ? prefixes.Need : prefixes.Offer;
        return OriginalRanges.Locate(
            text.Text, encoded.Normalised, NormalisedLength(prefix), encoded.Places.AsSpan(0, tokens), Normalise);
    }

    /// <summary>A piece of text normalised by itself: between two bars, so that blanks at its ends stay and a
    /// combining mark has nothing to join.</summary>
    private string Normalise(string piece)
    {
        Tokens($"|{piece}|", out var normalised);
        return normalised is ['▁', '|', .. var inner, '|'] ? inner : piece;
    }

    /// <summary>The tokenizer's tokens. Microsoft.ML.Tokenizers 2.0.1 makes room for about as many characters as the
    /// text has, and throws IndexOutOfRangeException when the normalised text is over twice as long (fifty ½ are enough).
    /// Blanks at the end make room and are dropped by the normaliser. NFKC makes at most 3 characters of one below U+2000
    /// (½) and 18 of any other (U+FDFA).</summary>
    private IReadOnlyList<EncodedToken> Tokens(string text, out string normalised)
    {
        var growth = 0;
        foreach (var character in text)
        {
            growth += character < '\u0080' ? 0 : character < '\u2000' ? 2 : 17;
        }

        var tokens = tokenizer.EncodeToTokens(text.PadRight(text.Length + growth), out var form);
        normalised = form ?? "";
        return tokens;
    }

    private int NormalisedLength(string prefix)
    {
        Tokens(prefix, out var normalised);
        return normalised.Length;
    }

    private int[] Opening(string prefix) =>
        [Beginning, .. Tokens(prefix, out _).Select(token => token.Id)];
}
