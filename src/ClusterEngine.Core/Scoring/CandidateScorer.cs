using System.Collections.Concurrent;
using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Scoring;

/// <summary>Finds and scores the offers near each need: by vector and by words, hard requirements first.</summary>
internal sealed class CandidateScorer(
    VectorMatrix needs, VectorMatrix offers, WordIndex words, Eligibility eligibility, FitScorer fit,
    CandidateOptions options, int threads)
{
    private readonly ConcurrentBag<WordScores> _free = [];

    /// <summary>Scores a range of needs. The same bits whatever the range and the threads.</summary>
    public IReadOnlyList<NeedCandidates> Score(int first, int count, CancellationToken cancellationToken)
    {
        var request = new SearchRequest
        {
            Accepted = options.PerNeed,
            Refused = options.Refused,
            Eligible = eligibility.IsEligible,
            Threads = threads,
        };
        var found = TiledSearch.Search(needs, offers, first, count, request, cancellationToken);
        var results = new NeedCandidates[count];
        Parallel.For(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => _free.TryTake(out var scores) ? scores : words.NewScores(),
            (i, _, scores) =>
            {
                results[i] = Score(first + i, found.Owners[i], scores);
                return scores;
            },
            _free.Add);
        return results;
    }

    private NeedCandidates Score(int need, OwnerCandidates byVector, WordScores scores)
    {
        words.Score(need, scores);
        var eligible = byVector.Accepted.ToDictionary(candidate => candidate.Owner);
        var refused = byVector.Refused.ToDictionary(candidate => candidate.Owner);
        foreach (var offer in scores.Found(options.ByWords).Where(offer => !eligible.ContainsKey(offer) && !refused.ContainsKey(offer)))
        {
            (eligibility.IsEligible(need, offer) ? eligible : refused).Add(offer, VectorPair.Nearest(needs, need, offers, offer));
        }

        return new NeedCandidates(Best(eligible.Values, options.Kept), Best(refused.Values, options.Refused));

        ScoredOffer[] Best(IEnumerable<Candidate> candidates, int most) =>
        [
            .. candidates
                .Select(candidate => new ScoredOffer(
                    candidate.Owner, fit.Fit(need, candidate.Owner, candidate.Similarity, scores[candidate.Owner]),
                    candidate.QueryRow, candidate.PassageRow))
                .OrderByDescending(offer => offer.Fit).ThenBy(offer => offer.Offer)
                .Take(most),
        ];
    }
}
