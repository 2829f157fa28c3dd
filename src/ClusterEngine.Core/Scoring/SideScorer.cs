using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Scoring;

/// <summary>How likely each side of a pair is to accept: z = β₀ + Σ βᵢφᵢ over named features, P = σ(z). Each β ≥ 0.</summary>
internal sealed class SideScorer(ScoringOptions options, CapacityOutlook outlook)
{
    private const double HalfNearKilometres = 25;

    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="fit">f.</param>
    /// <param name="coverage">How much of all that the need's profile wants the offer's profile can meet, 0 to 1.</param>
    public SideExplanation NeedSide(NeedEntry need, OfferEntry offer, double fit, double coverage) => Explain(
        options.NeedPrior, [("coverage", coverage, options.CoverageWeight), .. Shared(need, offer, fit)]);

    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="fit">f.</param>
    /// <param name="coverage">How much of what the offer's profile itself wants the need's profile can meet; null: it
    /// states no need, and its kind's acceptance prior stands alone.</param>
    public SideExplanation OfferSide(NeedEntry need, OfferEntry offer, double fit, double? coverage)
    {
        var features = Shared(need, offer, fit);
        return Explain(
            options.OfferPrior + KindPrior(offer.Profile.Kind),
            coverage is { } met ? [("coverage", met, options.CoverageWeight), .. features] : features);
    }

    private List<(string Name, double Value, double Weight)> Shared(NeedEntry need, OfferEntry offer, double fit) =>
    [
        ("fit", fit, options.FitWeight),
        ("capacity", outlook.FreeShare(need, offer), options.CapacityWeight),
        ("distance", Nearness(need, offer), options.DistanceWeight),
        ("complementarity", need.Profile.Kind == offer.Profile.Kind ? 0 : 1, options.ComplementarityWeight),
    ];

    private static SideExplanation Explain(double prior, List<(string Name, double Value, double Weight)> features)
    {
        List<Contribution> contributions = [.. features
            .Select(feature => new Contribution(feature.Name, feature.Value, feature.Weight, feature.Value * feature.Weight))
            .OrderByDescending(contribution => contribution.Amount)
            .ThenBy(contribution => contribution.Feature, StringComparer.Ordinal)];
        contributions.Add(new Contribution("prior", 1, prior, prior));
        var z = contributions.Sum(contribution => contribution.Amount);
        return new SideExplanation(1 / (1 + Math.Exp(-z)), z, contributions);
    }

    private static double Nearness(NeedEntry need, OfferEntry offer) =>
        offer.KilometresTo(need) is { } distance ? HalfNearKilometres / (HalfNearKilometres + distance) : 0.5;

    // How willing such a unit is to take a first meeting, in logits: an estimate until its own answers are known.
    private static double KindPrior(ProfileKind kind) => kind switch
    {
        ProfileKind.Company => 0.4,
        ProfileKind.Network => 0.4,
        ProfileKind.Lab => 0.2,
        ProfileKind.ResearchGroup => 0,
        _ => -0.3,
    };
}
