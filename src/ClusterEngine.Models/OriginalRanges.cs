using System.Globalization;
using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Models;

/// <summary>Finds where tokens of a normalised text stand in the original, which the tokenizer does not tell.</summary>
/// <remarks>The normaliser (NFKC with changes) joins decomposed letters, splits ligatures, narrows full-width letters,
/// turns control and zero-width characters into blanks and makes one of several blanks. Both texts are walked side by side, one user-perceived
/// character of the original at a time, normalised alone. Where the two do not agree (a rule that reaches over such
/// characters), the walk looks a few characters ahead, and what it cannot place gets its neighbour's place: always
/// inside the text, never out of order.</remarks>
internal static class OriginalRanges
{
    private const char Blank = '▁'; // U+2581, as SentencePiece writes blanks

    // One character becomes up to 18 (U+FDFA) in NFKC; more than a word need not be skipped.
    private const int LookAhead = 18;

    /// <summary>The ranges of tokens.</summary>
    /// <param name="original">The text without its prefix.</param>
    /// <param name="normalised">Prefix and text, normalised.</param>
    /// <param name="prefixLength">How much of it is the prefix's.</param>
    /// <param name="tokens">Places in <paramref name="normalised"/>, in order, each past the prefix.</param>
    /// <param name="normalise">Normalises a piece by itself.</param>
    public static TextRange[] Locate(
        string original, string normalised, int prefixLength, ReadOnlySpan<Range> tokens, Func<string, string> normalise)
    {
        if (tokens.IsEmpty)
        {
            return [];
        }

        var places = Align(original, normalised[prefixLength..tokens[^1].End.Value], normalise);
        var ranges = new TextRange[tokens.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            var (first, end) = (tokens[i].Start.Value - prefixLength, tokens[i].End.Value - prefixLength);

            // The blank before a word belongs to its token; the reader wants the word.
            first = first + 1 < end && normalised[first + prefixLength] == Blank ? first + 1 : first;
            var start = places[first].Start;
            var last = places[end - 1];
            ranges[i] = new TextRange(start, last.Start + last.Length - start);
        }

        return ranges;
    }

    /// <summary>For each character of the normalised text the piece of the original that it comes from.</summary>
    private static TextRange[] Align(string original, string normalised, Func<string, string> normalise)
    {
        var places = new TextRange[normalised.Length];
        var piece = default(TextRange);
        var done = 0;
        for (var at = 0; at < original.Length && done < normalised.Length; at += piece.Length)
        {
            piece = new TextRange(at, StringInfo.GetNextTextElementLength(original.AsSpan(at)));
            foreach (var character in NormalForm(original, piece, normalise))
            {
                var ahead = normalised.AsSpan(done, Math.Min(LookAhead, normalised.Length - done)).IndexOf(character);
                if (ahead < 0 || (ahead > 0 && character == Blank))
                {
                    continue; // left out by the normaliser, as the second of two blanks is
                }

                places.AsSpan(done, ahead + 1).Fill(piece);
                done += ahead + 1;
            }
        }

        places.AsSpan(done).Fill(piece);
        return places;
    }

    private static string NormalForm(string original, TextRange piece, Func<string, string> normalise) => original[piece.Start] switch
    {
        ' ' or '\t' or '\n' or '\r' when piece.Length <= 2 => "▁",
        > ' ' and < '\u007f' and var ascii when piece.Length == 1 => ascii.ToString(),
        _ => normalise(original.Substring(piece.Start, piece.Length)),
    };
}
