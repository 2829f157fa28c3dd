namespace ClusterEngine.Models;

/// <summary>A text as the model's tokens.</summary>
/// <param name="Opening">What every sequence of the text begins with: the beginning's token and the prefix's tokens.</param>
/// <param name="Content">The text's own tokens, all of them.</param>
/// <param name="Normalised">The text with its prefix as the tokenizer normalised it.</param>
/// <param name="Places">Where each token of <paramref name="Content"/> stands in <paramref name="Normalised"/>.</param>
internal sealed record EncodedText(int[] Opening, int[] Content, string Normalised, Range[] Places)
{
    /// <summary>Tokens that two neighbouring windows share. A sentence of the samples is 15 to 50 tokens, so that one
    /// which a window's end cuts in two stands whole in the next window.</summary>
    public const int WindowOverlap = 64;

    /// <summary>The text as sequences of at most <paramref name="maxTokens"/> tokens. One that is too long goes in
    /// windows, cut between tokens. Each has the prefix, because the model was trained with it at the front of every
    /// sequence and takes the text's side from it.</summary>
    public IEnumerable<int[]> Windows(int maxTokens)
    {
        var room = RoomOf(maxTokens);
        var overlap = Math.Min(WindowOverlap, room / 4);
        for (var start = 0; ; start += room - overlap)
        {
            yield return Sequence(start, Math.Min(room, Content.Length - start));
            if (start + room >= Content.Length)
            {
                yield break;
            }
        }
    }

    /// <summary>The text as one sequence; what is too long is cut.</summary>
    public int[] Cut(int maxTokens) => Sequence(0, Math.Min(RoomOf(maxTokens), Content.Length));

    private int RoomOf(int maxTokens) => maxTokens - Opening.Length - 1;

    private int[] Sequence(int start, int count) =>
        [.. Opening, .. Content.AsSpan(start, count), TextTokenizer.End];
}
