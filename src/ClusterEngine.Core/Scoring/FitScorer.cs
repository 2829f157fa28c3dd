using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Scoring;

/// <summary>f: how well an offer fits a need, 0 to 1.</summary>
internal sealed class FitScorer(ScoringOptions options, Corpus corpus, CorpusStatistics statistics)
{
    /// <summary>f = T(category) · (α·c̃ + (1 − α)·b̃), where c̃ is the hub-corrected cosine
    /// csls = 2·cos − r₁₀(n) − r₁₀(o) (Conneau et al. 2018, "Word translation without parallel data") on a fixed scale.</summary>
    /// <param name="need">The need's index.</param>
    /// <param name="offer">The offer's index.</param>
    /// <param name="cosine">The largest cosine over their vectors.</param>
    /// <param name="words">b̃, 0 to 1.</param>
    public double Fit(int need, int offer, double cosine, double words)
    {
        var corrected = (2 * cosine) - statistics.NeedNeighbourhoods[need] - statistics.OfferNeighbourhoods[offer];
        var vector = Math.Clamp((corrected - options.NoFit) / (options.FullFit - options.NoFit), 0, 1);
        var fused = (options.VectorShare * vector) + ((1 - options.VectorShare) * words);
        return fused * Category(corpus.Needs[need].Need.Category, corpus.Offers[offer].Offer.Category);
    }

    private double Category(Category? wanted, Category? offered) =>
        wanted is null || offered is null || wanted == offered ? 1 : options.UnlikeCategory;
}
