using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Runs;

/// <summary>A chosen pair with both sides' answers estimated.</summary>
internal sealed record ScoredPair(NeedEntry Need, OfferEntry Offer, ScoredOffer Scored, SideExplanation NeedSide, SideExplanation OfferSide)
{
    /// <summary>R = P(a) · P(b).</summary>
    public double Score => NeedSide.Probability * OfferSide.Probability;
}

/// <summary>A pair that may be chosen. It keeps the score alone: the explanations of a million such pairs would take
/// gigabytes, and few are read.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Scored">How it fits.</param>
/// <param name="Score">R.</param>
internal sealed record WeighedPair(NeedEntry Need, OfferEntry Offer, ScoredOffer Scored, double Score);

/// <summary>This week's choice: what is proposed, what nobody can meet, what waits.</summary>
internal sealed record Slate(
    IReadOnlyList<ScoredPair> Chosen,
    IReadOnlySet<(string, string)> Kept,
    IReadOnlyList<(NeedEntry Need, GapReason Reason)> Gaps,
    IReadOnlyList<(NeedEntry Need, int Partners, WeighedPair Best, WaitingReason Reason)> Waiting)
{
    public static Slate Choose(
        Matching matching, IReadOnlyList<NeedCandidates> candidates, RunInputs inputs, AllocationOptions options, double fitThreshold)
    {
        var coverage = new Coverage(matching.Corpus, candidates, matching.Statistics);
        var kept = KeptPairs(inputs, matching.States);
        // A kept pair stays a partner when newcomers have moved its fit below the threshold.
        var partners = matching.Corpus.Needs.Select(need => candidates[need.Index].Eligible
            .Where(offer => offer.Fit >= fitThreshold || kept.Contains((need.Need.Id, matching.Corpus.Offers[offer.Offer].Offer.Id)))
            .Select(offer => Weigh(Score(matching, coverage, need, offer))).ToList()).ToList();
        var inProgress = matching.States.Approved.Select(pair => pair.Need).ToHashSet(StringComparer.Ordinal);
        var pairs = partners.SelectMany(list => list)
            .Where(pair => !inProgress.Contains(pair.Need.Need.Id) && !IsClosed(matching, pair))
            .ToDictionary(pair => (pair.Need.Need.Id, pair.Offer.Offer.Id));
        var slate = GreedyAllocator.Allocate(
            pairs.Select(pair => new AllocationPair(
                pair.Key.Item1, pair.Key.Item2, pair.Value.Need.Profile.Id, pair.Value.Offer.Profile.Id,
                pair.Value.Score, pair.Value.Scored.Fit, kept.Contains(pair.Key))),
            matching.Limits(options));
        var chosen = slate.Chosen.Select(pair => pairs[(pair.NeedId, pair.OfferId)])
            .Select(pair => Score(matching, coverage, pair.Need, pair.Scored))
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Need.Index).ToList();
        var chosenNeeds = chosen.Select(pair => pair.Need.Index).ToHashSet();
        return new Slate(
            chosen, kept,
            [.. from need in matching.Corpus.Needs
                let reason = GapReasonOf(matching, need, candidates[need.Index], fitThreshold)
                where reason is not null && partners[need.Index].Count == 0
                select (need, reason.Value)],
            [.. matching.Corpus.Needs
                .Where(need => partners[need.Index].Count > 0 && !chosenNeeds.Contains(need.Index))
                .Select(need => (need, partners[need.Index].Count, partners[need.Index][0],
                    Waits(need, partners[need.Index], slate, inProgress, matching)))]);
    }

    private static WeighedPair Weigh(ScoredPair pair) => new(pair.Need, pair.Offer, pair.Scored, pair.Score);

    private static ScoredPair Score(Matching matching, Coverage coverage, NeedEntry need, ScoredOffer scored)
    {
        var offer = matching.Corpus.Offers[scored.Offer];
        return new ScoredPair(
            need, offer, scored,
            matching.Sides.NeedSide(need, offer, scored.Fit, coverage.Of(need.Profile.Id, offer.Profile.Id) ?? 0),
            matching.Sides.OfferSide(need, offer, scored.Fit, coverage.Of(offer.Profile.Id, need.Profile.Id)));
    }

    // Postponed pairs come back; so do undecided ones of a report that coordinators have seen.
    private static HashSet<(string, string)> KeptPairs(RunInputs inputs, PairStates states)
    {
        var seen = (inputs.Seen?.Matches ?? []).Concat(inputs.Published?.Matches ?? []);
        return
        [
            .. seen.Select(match => (match.Need.FacetId, match.Offer.FacetId))
                .Where(pair => states.Of(pair.Item1, pair.Item2) == PairState.Open),
            .. states.All.Where(state => state.Value == PairState.Postponed).Select(state => state.Key),
        ];
    }

    private static bool IsClosed(Matching matching, WeighedPair pair) =>
        matching.States.Of(pair.Need.Need.Id, pair.Offer.Offer.Id) is PairState.InContact or PairState.TurnedDown;

    /// <summary>Why nobody can meet a need: what the best-fitting offer above the threshold fails; null when an eligible
    /// offer is above it.</summary>
    public static GapReason? GapReasonOf(Matching matching, NeedEntry need, NeedCandidates candidates, double fitThreshold)
    {
        if (candidates.Eligible.Count > 0 && candidates.Eligible[0].Fit >= fitThreshold)
        {
            return null;
        }

        return candidates.Refused.Count > 0 && candidates.Refused[0] is var best && best.Fit >= fitThreshold
            ? Candidates.Eligibility.FirstFailure(matching.Eligibility.Check(need.Index, best.Offer))
                ?? throw new InvalidOperationException("An offer was refused for no reason.")
            : GapReason.NoneExists;
    }

    private static WaitingReason Waits(
        NeedEntry need, List<WeighedPair> partners, AllocatedSlate slate, HashSet<string> inProgress, Matching matching) =>
        inProgress.Contains(need.Need.Id) ? WaitingReason.InProgress
        : partners.Where(pair => !IsClosed(matching, pair)).MaxBy(pair => pair.Score) is { } best
            ? slate.LeftOut[(best.Need.Need.Id, best.Offer.Offer.Id)]
        : partners.Exists(pair => matching.States.Of(need.Need.Id, pair.Offer.Offer.Id) == PairState.InContact)
            ? WaitingReason.InProgress
            : WaitingReason.Verdict;
}
