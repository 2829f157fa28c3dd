using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Embeddings;

/// <summary>The vectors of a corpus, ready to be searched.</summary>
/// <param name="Needs">An owner for each need, by index.</param>
/// <param name="Offers">An owner for each offer, by index.</param>
/// <param name="NeedLanguages">The language of each row of <paramref name="Needs"/>.</param>
/// <param name="OfferLanguages">The language of each row of <paramref name="Offers"/>.</param>
internal sealed record FacetVectors(
    VectorMatrix Needs, VectorMatrix Offers, IReadOnlyList<string> NeedLanguages, IReadOnlyList<string> OfferLanguages);

/// <summary>One language version of a facet.</summary>
internal sealed record FacetText(string FacetId, string Language, FacetSide Side, string Text)
{
    /// <summary>Changes with the side and the text, and with nothing else.</summary>
    public string ContentHash { get; } = DerivedId.Digest(Side == FacetSide.Need ? "need" : "offer", Text);

    /// <summary>All versions of all facets, needs first, in the corpus's order.</summary>
    public static IReadOnlyList<FacetText> Of(Corpus corpus) =>
    [
        .. corpus.Needs.SelectMany(need => need.Need.Text.Versions(), (need, version) =>
            new FacetText(need.Need.Id, version.Language, FacetSide.Need, version.Text)),
        .. corpus.Offers.SelectMany(offer => offer.Offer.Text.Versions(), (offer, version) =>
            new FacetText(offer.Offer.Id, version.Language, FacetSide.Offer, version.Text)),
    ];
}
