using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

/// <summary>The search written as its definition reads: all pairs, sorted.</summary>
internal static class PlainSearch
{
    public static SearchResult Search(float[][][] queries, float[][][] passages, SearchRequest request)
    {
        var all = queries.Select((query, q) => AllOf(queries, query, q, passages)).ToArray();
        var owners = all.Select((candidates, q) => Owner(candidates, q, request)).ToArray();
        var means = Enumerable.Range(0, passages.Length)
            .Select(p => Mean(all.Select(candidates => candidates.Single(candidate => candidate.Owner == p).Similarity)))
            .ToArray();
        return new SearchResult(0, owners, means);
    }

    private static OwnerCandidates Owner(Candidate[] candidates, int query, SearchRequest request)
    {
        bool IsEligible(Candidate candidate) => request.Eligible?.Invoke(query, candidate.Owner) ?? true;
        var accepted = candidates.Where(IsEligible).Take(request.Accepted).ToArray();
        var refused = candidates
            .Where(candidate => !IsEligible(candidate))
            .Where(candidate => accepted.Length < request.Accepted || candidate.Precedes(accepted[^1]))
            .Take(request.Refused).ToArray();
        return new OwnerCandidates(accepted, refused, Mean(candidates.Select(candidate => candidate.Similarity)));
    }

    private static Candidate[] AllOf(float[][][] queries, float[][] query, int q, float[][][] passages)
    {
        var queryRow = queries.Take(q).Sum(owner => owner.Length);
        var passageRow = 0;
        var candidates = new List<Candidate>();
        for (var p = 0; p < passages.Length; p++)
        {
            var best = new Candidate(p, float.NegativeInfinity, -1, -1);
            for (var j = 0; j < passages[p].Length; j++, passageRow++)
            {
                for (var i = 0; i < query.Length; i++)
                {
                    var similarity = Vectors.Chain(query[i], passages[p][j]);
                    if (similarity > best.Similarity)
                    {
                        best = new Candidate(p, similarity, queryRow + i, passageRow);
                    }
                }
            }

            candidates.Add(best);
        }

        return [.. candidates.OrderByDescending(candidate => candidate.Similarity).ThenBy(candidate => candidate.Owner)];
    }

    private static float Mean(IEnumerable<float> similarities)
    {
        var largest = similarities.OrderDescending().Take(10).Select(similarity => (double)similarity).ToArray();
        return largest.Length == 0 ? 0 : (float)(largest.Sum() / largest.Length);
    }
}
