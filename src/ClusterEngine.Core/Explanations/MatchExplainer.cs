using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Runs;

namespace ClusterEngine.Core.Explanations;

/// <summary>Finds out which words brought each match together. Asked only about the few that were chosen.</summary>
internal sealed class MatchExplainer(ITextEmbedder embedder)
{
    /// <returns>For each pair, in order, the texts that were nearest with the words that met.</returns>
    public async Task<IReadOnlyList<(CitedText Need, CitedText Offer, WordMeetings Words)>> ExplainAsync(
        IReadOnlyList<ScoredPair> pairs, FacetVectors vectors, CancellationToken cancellationToken)
    {
        var texts = pairs.Select(pair => Texts(pair, vectors)).ToList();
        var tokens = await embedder.EmbedTokensAsync(
            [.. texts.SelectMany(text => new[]
            {
                new TextToEmbed(FacetSide.Need, text.Need.Text), new TextToEmbed(FacetSide.Offer, text.Offer.Text),
            })],
            cancellationToken);
        return [.. texts.Select((text, index) =>
        {
            var words = WordMeetings.Of(text.Need.Text, tokens[2 * index], text.Offer.Text, tokens[(2 * index) + 1]);
            return (text.Need with { Spans = words.NeedSpans }, text.Offer with { Spans = words.OfferSpans }, words);
        })];
    }

    /// <summary>The language versions that were nearest, with no words marked.</summary>
    public static (CitedText Need, CitedText Offer) Texts(ScoredPair pair, FacetVectors vectors) => (
        Cite(vectors.NeedLanguages[pair.Scored.NeedRow], pair.Need.Need.Text),
        Cite(vectors.OfferLanguages[pair.Scored.OfferRow], pair.Offer.Offer.Text));

    private static CitedText Cite(string language, Profiles.LocalizedText text)
    {
        var (written, words) = text.In(language);
        return new CitedText(written, words, []);
    }
}
