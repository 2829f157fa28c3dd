using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Reports;

/// <summary>Puts a run's slate into a report, as a coordinator may read it.</summary>
internal sealed class ReportBuilder(
    Matching matching, IReadOnlyList<NeedCandidates> candidates, Slate slate, RunInputs inputs, RunStamp stamp, string runId, double fitThreshold)
{
    private const int NearestOffers = 3;
    private const int CapacityWeeks = 8;

    /// <param name="explained">For each chosen pair, in order, the cited texts and the words that met.</param>
    /// <param name="missing">Steps that failed, in words.</param>
    public Report Build(
        IReadOnlyList<(CitedText Need, CitedText Offer, WordMeetings Words)> explained, IReadOnlyList<string> missing)
    {
        var corpus = matching.Corpus;
        List<ReportMatch> matches = [.. slate.Chosen.Zip(explained, Match)];
        List<ReportGap> gaps = [.. slate.Gaps.OrderBy(gap => gap.Reason).ThenBy(gap => gap.Need.Index).Select(Gap)];
        var profiles = corpus.Profiles;
        return new Report
        {
            Week = matching.Week,
            RunId = runId,
            Stamp = stamp,
            Counts = new RunCounts(
                profiles.Count, corpus.Needs.Count, corpus.Offers.Count, candidates.Sum(need => need.Eligible.Count),
                matches.Count, gaps.Count, slate.Waiting.Count),
            Missing = missing,
            Claims = new ClaimCounts(Claimed(Claim.Claimed), Claimed(Claim.Unclaimed), Claimed(Claim.Fictional)),
            Matches = matches,
            Gaps = gaps,
            Waiting = [.. slate.Waiting.Select(waiting => new ReportWaiting(
                ReportParties.Of(waiting.Need), waiting.Partners, ReportParties.Of(waiting.Best.Offer), waiting.Best.Scored.Fit,
                waiting.Reason, AskFirst(waiting.Need)))],
            Capacity = [.. corpus.Offers.Where(offer => offer.Offer.Capacity.Count > 0)
                .OrderBy(offer => offer.Profile.Name, StringComparer.Ordinal).ThenBy(offer => offer.Index).Select(Capacity)],
            Changes = ChangesSince(matches, gaps),
            Funnel = FunnelOf(matches),
            Exposure = [.. matches.SelectMany(match => new[] { match.Need, match.Offer })
                .GroupBy(party => party.ProfileId, StringComparer.Ordinal)
                .Select(group => new ProfileExposure(group.Key, group.First().Name, group.Count()))
                .OrderByDescending(exposure => exposure.Matches).ThenBy(exposure => exposure.ProfileId, StringComparer.Ordinal)],
        };

        int Claimed(Claim claim) => profiles.Count(profile => profile.Claim == claim);
    }

    private ReportMatch Match(ScoredPair pair, (CitedText Need, CitedText Offer, WordMeetings Words) explained)
    {
        var checks = matching.Eligibility.Check(pair.Need.Index, pair.Offer.Index);
        var kilometres = pair.Offer.KilometresTo(pair.Need) is { } distance ? Math.Round(distance, 1) : (double?)null;
        var free = matching.Outlook.FirstFreeWeek(pair.Need, pair.Offer);
        return new ReportMatch
        {
            Id = DerivedId.Create("m", runId, pair.Need.Need.Id, pair.Offer.Offer.Id),
            Origin = slate.Kept.Contains((pair.Need.Need.Id, pair.Offer.Offer.Id)) ? MatchOrigin.CarriedOver : MatchOrigin.New,
            Need = ReportParties.Of(pair.Need),
            Offer = ReportParties.Of(pair.Offer),
            Score = pair.Score,
            Fit = pair.Scored.Fit,
            Direction = $"{explained.Need.Language}→{explained.Offer.Language}",
            NeedSide = pair.NeedSide,
            OfferSide = pair.OfferSide,
            NeedCitation = explained.Need,
            OfferCitation = explained.Offer,
            Words = explained.Words.Pairs,
            Reason = ReasonSentence.For(explained.Words.Pairs, checks, kilometres, free?.Week),
            Requirements = checks,
            Kilometres = kilometres,
            AskFirst = AskFirst(pair.Need),
        };
    }

    private ReportGap Gap((NeedEntry Need, GapReason Reason) gap)
    {
        var near = candidates[gap.Need.Index];
        return new ReportGap(
            ReportParties.Of(gap.Need), gap.Reason,
            [.. near.Refused.Concat(near.Eligible).OrderByDescending(offer => offer.Fit).ThenBy(offer => offer.Offer)
                .Take(NearestOffers).Select(offer => Near(gap.Need, offer))]);
    }

    private List<NearOffer> AskFirst(NeedEntry need) =>
    [
        .. candidates[need.Index].Refused
            .Where(offer => offer.Fit >= fitThreshold)
            .Select(offer => Near(need, offer))
            .Where(offer => offer.Question is not null),
    ];

    private NearOffer Near(NeedEntry need, ScoredOffer scored)
    {
        var checks = matching.Eligibility.Check(need.Index, scored.Offer);
        var onlyUnstated = Candidates.Eligibility.FirstFailure(checks) == GapReason.NotStated
            && checks.All(check => check.Outcome != CheckOutcome.NotMet);
        return new NearOffer(
            ReportParties.Of(matching.Corpus.Offers[scored.Offer]), scored.Fit, checks,
            onlyUnstated ? ReasonSentence.Question(checks) : null);
    }

    private ReportCapacity Capacity(OfferEntry offer)
    {
        var weeks = Enumerable.Range(0, CapacityWeeks).Select(matching.Week.AddWeeks).ToList();
        return new ReportCapacity(
            ReportParties.Of(offer),
            [.. weeks.Zip(FreeCapacity.In(offer.Offer, weeks.ConvertAll(week => week.Interval)), (week, free) =>
                new WeekCapacity(week, free?.Kind, free?.Amount is { } amount ? Math.Round(amount, 1) : null, free?.Unit))]);
    }

    private ReportChanges? ChangesSince(List<ReportMatch> matches, List<ReportGap> gaps)
    {
        if (inputs.Earlier is not { } earlier)
        {
            return null;
        }

        var (now, then) = (Pairs(matches), Pairs(earlier.Matches));
        var (gapsNow, gapsThen) = (Needs(gaps), Needs(earlier.Gaps));
        return new ReportChanges(
            earlier.Week, now.Except(then).Count(), then.Except(now).Count(),
            gapsNow.Except(gapsThen, StringComparer.Ordinal).Count(), gapsThen.Except(gapsNow, StringComparer.Ordinal).Count());

        static List<(string, string)> Pairs(IEnumerable<ReportMatch> of) =>
            [.. of.Select(match => (match.Need.FacetId, match.Offer.FacetId))];
        static List<string> Needs(IEnumerable<ReportGap> of) => [.. of.Select(gap => gap.Need.FacetId)];
    }

    private Funnel FunnelOf(List<ReportMatch> matches)
    {
        var outcome = Pairs(verdict => verdict.Kind == VerdictKind.Outcome);
        var met = Pairs(verdict => verdict.Kind == VerdictKind.Met).Union(outcome).ToHashSet();
        var introduced = Pairs(verdict => verdict.By != VerdictBy.Coordinator).Union(met).ToHashSet();
        var approved = Pairs(verdict => verdict.Kind == VerdictKind.Approve).Union(introduced).ToHashSet();
        var proposed = Pairs(_ => true).Union(matches.Select(match => (match.Need.FacetId, match.Offer.FacetId)));
        return new Funnel(proposed.Count(), approved.Count, introduced.Count, met.Count, outcome.Count);

        HashSet<(string, string)> Pairs(Func<Verdict, bool> which) =>
            [.. inputs.Verdicts.Where(which).Select(verdict => (verdict.NeedId, verdict.OfferId))];
    }
}
