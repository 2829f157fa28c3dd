using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Text;

namespace ClusterEngine.Core.Explanations;

/// <summary>Which words of a need and an offer met, and where they stand.</summary>
/// <param name="NeedSpans">In the need's text, in order.</param>
/// <param name="OfferSpans">In the offer's text, in order.</param>
/// <param name="Pairs">The words themselves, strongest first.</param>
internal sealed record WordMeetings(
    IReadOnlyList<TextRange> NeedSpans, IReadOnlyList<TextRange> OfferSpans, IReadOnlyList<WordPair> Pairs)
{
    private const int MostPairs = 4;

    // Unrelated tokens of this model lie about 0; below one half what met is seldom what a reader would call alike.
    private const double LeastSimilarity = 0.5;

    /// <summary>Late interaction gives for each token of the need the nearest one of the offer; tokens are pieces of words,
    /// so each word takes the meeting of its piece with the greatest share.</summary>
    public static WordMeetings Of(string needText, TokenEmbedding need, string offerText, TokenEmbedding offer)
    {
        var best = LateInteraction.Meet(need, offer)
            .Where(meeting => meeting.Similarity >= LeastSimilarity)
            .Select(meeting => (
                Need: Word(needText, need.Ranges[meeting.QueryToken]),
                Offer: Word(offerText, offer.Ranges[meeting.PassageToken]),
                meeting.Similarity,
                meeting.Share))
            .Where(meeting => IsWord(needText, meeting.Need) && IsWord(offerText, meeting.Offer))
            .GroupBy(meeting => meeting.Need)
            .Select(group => group.MaxBy(meeting => meeting.Share))
            .OrderByDescending(meeting => meeting.Share).ThenBy(meeting => meeting.Need.Start)
            .DistinctBy(meeting => Cut(needText, meeting.Need), StringComparer.OrdinalIgnoreCase)
            .DistinctBy(meeting => Cut(offerText, meeting.Offer), StringComparer.OrdinalIgnoreCase)
            .Take(MostPairs)
            .ToList();
        return new WordMeetings(
            [.. best.Select(meeting => meeting.Need).Distinct().OrderBy(range => range.Start)],
            [.. best.Select(meeting => meeting.Offer).Distinct().OrderBy(range => range.Start)],
            [.. best.Select(meeting => new WordPair(
                Cut(needText, meeting.Need), Cut(offerText, meeting.Offer), Math.Round(meeting.Similarity, 3)))]);
    }

    private static string Cut(string text, TextRange range) => text.Substring(range.Start, range.Length);

    // Four letters at least: shorter words are glue, but abbreviations such as "PK" in capitals count, which in small letters
    // may be glue too, unless the whole text is in capitals.
    private static bool IsWord(string text, TextRange range)
    {
        var word = text.AsSpan(range.Start, range.Length);
        var letters = 0;
        var capitals = 0;
        foreach (var c in word)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        var isAbbreviation = capitals >= 2 && letters < 4 && text.Any(char.IsLower);
        return isAbbreviation || (letters >= 4 && !StopWords.Contains(word.ToString()));
    }

    // Widens a token to the whole word that it is a piece of, hyphens inside included.
    private static TextRange Word(string text, TextRange token)
    {
        var (start, end) = (token.Start, token.Start + token.Length);
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return token;
        }

        while (start > 0 && Inside(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && Inside(text, end))
        {
            end++;
        }

        return new TextRange(start, end - start);
    }

    private static bool Inside(string text, int at) => char.IsLetterOrDigit(text[at])
        || (text[at] == '-' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));
}
