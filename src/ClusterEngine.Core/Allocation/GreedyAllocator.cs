using ClusterEngine.Core.Reports;

namespace ClusterEngine.Core.Allocation;

/// <summary>A pair that may be chosen.</summary>
/// <param name="NeedId">The need; a tie is broken by it.</param>
/// <param name="OfferId">The offer; and then by it.</param>
/// <param name="NeedProfile">Whose need.</param>
/// <param name="OfferProfile">Whose offer.</param>
/// <param name="Score">R: what choosing it adds, and the expected approvals that it uses of the offer.</param>
/// <param name="Fit">f: decides between equal scores.</param>
/// <param name="Kept">Whether it was proposed before and comes first.</param>
internal sealed record AllocationPair(
    string NeedId, string OfferId, string NeedProfile, string OfferProfile, double Score, double Fit, bool Kept);

/// <summary>What bounds a slate.</summary>
/// <param name="Caps">Matches that each profile may still get.</param>
/// <param name="Capacity">Expected approvals that each offer may still take.</param>
/// <param name="Budget">Matches in all.</param>
/// <param name="LeastScore">The least R of a new match.</param>
internal sealed record AllocationLimits(
    IReadOnlyDictionary<string, int> Caps, IReadOnlyDictionary<string, double> Capacity, int Budget, double LeastScore);

/// <summary>A chosen slate.</summary>
/// <param name="Chosen">Kept pairs first, then by score.</param>
/// <param name="LeftOut">Why each other pair was not chosen, by need and offer.</param>
internal sealed record AllocatedSlate(
    IReadOnlyList<AllocationPair> Chosen, IReadOnlyDictionary<(string NeedId, string OfferId), WaitingReason> LeftOut);

/// <summary>Chooses the slate pair by pair, best score first. A simple baseline that never breaks a limit; an exact one
/// comes later behind the same records.</summary>
internal static class GreedyAllocator
{
    public static AllocatedSlate Allocate(IEnumerable<AllocationPair> pairs, AllocationLimits limits)
    {
        var caps = new Dictionary<string, int>(limits.Caps, StringComparer.Ordinal);
        var capacity = new Dictionary<string, double>(limits.Capacity, StringComparer.Ordinal);
        var profiles = new HashSet<(string, string)>();
        var needs = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<AllocationPair>();
        var leftOut = new Dictionary<(string, string), WaitingReason>();
        var order = pairs.OrderByDescending(pair => pair.Kept).ThenByDescending(pair => pair.Score)
            .ThenByDescending(pair => pair.Fit)
            .ThenBy(pair => pair.NeedId, StringComparer.Ordinal).ThenBy(pair => pair.OfferId, StringComparer.Ordinal);
        foreach (var pair in order)
        {
            if (Obstacle(pair) is { } reason)
            {
                leftOut.Add((pair.NeedId, pair.OfferId), reason);
                continue;
            }

            chosen.Add(pair);
            caps[pair.NeedProfile]--;
            caps[pair.OfferProfile]--;
            capacity[pair.OfferId] -= pair.Score;
            profiles.Add(Unordered(pair));
            needs.Add(pair.NeedId);
        }

        return new AllocatedSlate(chosen, leftOut);

        WaitingReason? Obstacle(AllocationPair pair) =>
            !pair.Kept && pair.Score < limits.LeastScore ? WaitingReason.LowScore
            : chosen.Count >= limits.Budget ? WaitingReason.Budget
            : needs.Contains(pair.NeedId) || caps[pair.NeedProfile] <= 0 ? WaitingReason.NeedCap
            : caps[pair.OfferProfile] <= 0 ? WaitingReason.OfferCap
            : capacity[pair.OfferId] < pair.Score - 1e-9 ? WaitingReason.Capacity
            : profiles.Contains(Unordered(pair)) ? WaitingReason.SamePair
            : null;
    }

    // One meeting brings two profiles together, whichever of them has the need.
    private static (string, string) Unordered(AllocationPair pair) =>
        string.CompareOrdinal(pair.NeedProfile, pair.OfferProfile) <= 0
            ? (pair.NeedProfile, pair.OfferProfile)
            : (pair.OfferProfile, pair.NeedProfile);
}
