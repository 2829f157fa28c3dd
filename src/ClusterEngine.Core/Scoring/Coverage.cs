using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Scoring;

/// <summary>coverage(a→b) = Σ ωₙ·maxₒ f / Σ ωₙ: how much of what profile a wants profile b can meet, where
/// ωₙ = priority × rarity of the need's words. Offers that are not eligible count nothing.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<(string Need, string Offer), double> _met = [];
    private readonly Dictionary<string, double> _wanted = new(StringComparer.Ordinal);

    public Coverage(Corpus corpus, IReadOnlyList<NeedCandidates> candidates, CorpusStatistics statistics)
    {
        foreach (var need in corpus.Needs)
        {
            var weight = need.Need.Priority * statistics.RarityMass[need.Index];
            _wanted[need.Profile.Id] = _wanted.GetValueOrDefault(need.Profile.Id) + weight;
            var best = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var candidate in candidates[need.Index].Eligible)
            {
                var owner = corpus.Offers[candidate.Offer].Profile.Id;
                best[owner] = Math.Max(best.GetValueOrDefault(owner), candidate.Fit);
            }

            foreach (var (owner, fit) in best)
            {
                var pair = (need.Profile.Id, owner);
                _met[pair] = _met.GetValueOrDefault(pair) + (weight * fit);
            }
        }
    }

    /// <summary>0 to 1; null when the first profile states no need.</summary>
    public double? Of(string profileId, string byProfileId) =>
        _wanted.TryGetValue(profileId, out var wanted) && wanted > 0
            ? _met.GetValueOrDefault((profileId, byProfileId)) / wanted
            : null;
}
