using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Scoring;

/// <summary>What scoring knows of the corpus as a whole; held fixed when a result is asked about later.</summary>
/// <param name="NeedNeighbourhoods">r₁₀ of each need: the mean of its ten largest cosines over all offers.</param>
/// <param name="OfferNeighbourhoods">r₁₀ of each offer over all needs.</param>
/// <param name="RarityMass">How much each need's words say: ω of coverage, before priority.</param>
internal sealed record CorpusStatistics(
    float[] NeedNeighbourhoods, float[] OfferNeighbourhoods, double[] RarityMass)
{
    /// <summary>Under this many facets on the other side ten neighbours are nearly all there are, and say nothing of hubs.</summary>
    public const int LeastFacets = 11;

    // The mean r₁₀ of the validation pool: stands in where the corpus is too small, so that a fit means the same there.
    private const float ShippedNeighbourhood = 0.32f;

    // A neighbourhood nearer than this is not a hub's but a crowd of real partners: without the bound a need that ten offers
    // meet equally well would be told that nobody meets it (seen with a thousand profiles that resemble each other).
    private const float MostNeighbourhood = 0.45f;

    public static CorpusStatistics Of(Corpus corpus, NeighbourhoodMeans means, WordIndex words) => new(
        Or(corpus.Offers.Count < LeastFacets, means.Queries),
        Or(corpus.Needs.Count < LeastFacets, means.Passages),
        [.. corpus.Needs.Select(need => words.RarityMass(need.Index))]);

    private static float[] Or(bool tooFew, float[] measured) =>
        [.. measured.Select(mean => tooFew ? ShippedNeighbourhood : Math.Min(mean, MostNeighbourhood))];
}
