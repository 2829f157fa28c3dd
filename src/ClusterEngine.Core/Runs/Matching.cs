using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Runs;

/// <summary>Everything that the steps of one run share.</summary>
internal sealed class Matching
{
    public Matching(
        Corpus corpus, FacetVectors vectors, PairStates states, IsoWeek week, DateTimeOffset asOf,
        ScoringOptions scoring, int threads, CancellationToken cancellationToken)
    {
        (Corpus, Vectors, States, Week) = (corpus, vectors, states, week);
        Outlook = new CapacityOutlook(corpus, StockholmTime.DayOf(asOf));
        Capacity = corpus.Offers.ToDictionary(
            offer => offer.Offer.Id, offer => CapacityPlan.ExpectedApprovals(offer.Offer, week), StringComparer.Ordinal);
        ApprovedNow = [.. states.Approved.Where(pair => IsoWeek.Of(pair.At) == week).Select(pair => (pair.Need, pair.Offer))];
        foreach (var (_, offer) in ApprovedNow.Where(pair => Capacity.ContainsKey(pair.Offer)))
        {
            Capacity[offer]--;
        }

        var exhausted = ApprovedNow.Select(pair => pair.Offer).Where(offer => Capacity.GetValueOrDefault(offer, 1) <= 0)
            .ToHashSet(StringComparer.Ordinal);
        Eligibility = new Eligibility(
            corpus, Outlook, StockholmTime.DayOf(asOf),
            [.. corpus.Offers.Where(offer => exhausted.Contains(offer.Offer.Id)).Select(offer => offer.Index)],
            [.. ApprovedNow]);
        Words = new WordIndex(corpus);
        var means = TiledSearch.MeasureNeighbourhoods(vectors.Needs, vectors.Offers, threads, cancellationToken);
        Statistics = CorpusStatistics.Of(corpus, means, Words);
        Fit = new FitScorer(scoring, corpus, Statistics);
        Sides = new SideScorer(scoring, Outlook);
    }

    public Corpus Corpus { get; }

    public FacetVectors Vectors { get; }

    public PairStates States { get; }

    public IsoWeek Week { get; }

    public CapacityOutlook Outlook { get; }

    public Eligibility Eligibility { get; }

    public WordIndex Words { get; }

    public CorpusStatistics Statistics { get; }

    public FitScorer Fit { get; }

    public SideScorer Sides { get; }

    /// <summary>Expected approvals that each offer can still take this week, by id.</summary>
    public Dictionary<string, double> Capacity { get; }

    /// <summary>Pairs approved this week: they count against caps and capacity.</summary>
    public IReadOnlyList<(string Need, string Offer)> ApprovedNow { get; }

    public AllocationLimits Limits(AllocationOptions options)
    {
        var caps = Corpus.Profiles.ToDictionary(
            profile => profile.Id, profile => options.CapOf(profile.Kind), StringComparer.Ordinal);
        var owners = Corpus.Needs.Select(need => (need.Need.Id, Owner: need.Profile.Id))
            .Concat(Corpus.Offers.Select(offer => (offer.Offer.Id, Owner: offer.Profile.Id)))
            .ToDictionary(facet => facet.Id, facet => facet.Owner, StringComparer.Ordinal);
        foreach (var facet in ApprovedNow.SelectMany(pair => new[] { pair.Need, pair.Offer }).Where(owners.ContainsKey))
        {
            caps[owners[facet]]--;
        }

        // What was looked at this week has used its part of the budget: asking again brings no second week's load.
        var reviewed = States.Decided.Count(pair => IsoWeek.Of(pair.At) == Week);
        return new AllocationLimits(caps, Capacity, Math.Max(0, options.ReviewBudget - reviewed), options.LeastScore);
    }
}
