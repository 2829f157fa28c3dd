using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Reports;

namespace ClusterEngine.Core.Tests.Allocation;

public sealed class GreedyAllocatorTests
{
    [Fact]
    public void No_limit_is_ever_broken_whatever_the_pairs()
    {
        var random = new Random(20261125);
        for (var round = 0; round < 300; round++)
        {
            var pairs = Pairs(random);
            var limits = new AllocationLimits(
                Enumerable.Range(0, 8).ToDictionary(i => $"p{(char)('0' + i)}", _ => random.Next(0, 4), StringComparer.Ordinal),
                Enumerable.Range(0, 6).ToDictionary(i => $"o{(char)('0' + i)}", _ => random.NextDouble() * 2, StringComparer.Ordinal),
                random.Next(1, 8), 0.2);
            var slate = GreedyAllocator.Allocate(pairs, limits);

            slate.Chosen.Count.ShouldBeLessThanOrEqualTo(limits.Budget);
            slate.Chosen.ShouldAllBe(pair => pair.Kept || pair.Score >= 0.2);
            foreach (var (profile, cap) in limits.Caps)
            {
                slate.Chosen.Count(pair => pair.NeedProfile == profile || pair.OfferProfile == profile).ShouldBeLessThanOrEqualTo(cap);
            }

            foreach (var (offer, capacity) in limits.Capacity)
            {
                slate.Chosen.Where(pair => pair.OfferId == offer).Sum(pair => pair.Score).ShouldBeLessThanOrEqualTo(capacity + 1e-9);
            }

            slate.Chosen.Select(pair => string.CompareOrdinal(pair.NeedProfile, pair.OfferProfile) < 0
                ? (pair.NeedProfile, pair.OfferProfile) : (pair.OfferProfile, pair.NeedProfile)).ShouldBeUnique();
            (slate.Chosen.Count + slate.LeftOut.Count).ShouldBe(pairs.Count);
        }
    }

    [Fact]
    public void The_order_of_the_pairs_changes_nothing()
    {
        var random = new Random(7);
        var pairs = Pairs(random);
        var limits = Limits(cap: 2, capacity: 1, budget: 4);
        var first = GreedyAllocator.Allocate(pairs, limits).Chosen;
        for (var round = 0; round < 20; round++)
        {
            GreedyAllocator.Allocate(pairs.OrderBy(_ => random.Next()), limits).Chosen.ShouldBe(first);
        }
    }

    [Fact]
    public void Carried_over_pairs_come_first_and_use_the_budget()
    {
        var slate = GreedyAllocator.Allocate(
            [Pair(0, 0, 1, 2, 0.9), Pair(1, 1, 3, 4, 0.15, kept: true)], Limits(cap: 2, capacity: 1, budget: 1));
        slate.Chosen.ShouldHaveSingleItem().NeedId.ShouldBe("n1");
        slate.LeftOut.Values.ShouldHaveSingleItem().ShouldBe(WaitingReason.Budget);
    }

    [Fact]
    public void Two_profiles_meet_once_whichever_of_them_has_the_need()
    {
        var slate = GreedyAllocator.Allocate(
            [Pair(0, 0, 1, 2, 0.9), Pair(1, 1, 2, 1, 0.8)], Limits(cap: 3, capacity: 1, budget: 9));
        slate.Chosen.ShouldHaveSingleItem();
        slate.LeftOut[("n1", "o1")].ShouldBe(WaitingReason.SamePair);
    }

    [Fact]
    public void Each_obstacle_has_its_own_reason()
    {
        var limits = Limits(cap: 1, capacity: 0.5, budget: 9);
        Reason(limits, Pair(0, 0, 1, 2, 0.05)).ShouldBe(WaitingReason.LowScore);
        Reason(limits, Pair(0, 0, 1, 2, 0.6)).ShouldBe(WaitingReason.Capacity);
        Reason(limits, Pair(0, 0, 1, 2, 0.4), Pair(1, 1, 1, 3, 0.3)).ShouldBe(WaitingReason.NeedCap);
        Reason(limits, Pair(0, 0, 1, 2, 0.4), Pair(1, 1, 3, 2, 0.3)).ShouldBe(WaitingReason.OfferCap);
    }

    private static WaitingReason Reason(AllocationLimits limits, params AllocationPair[] pairs) =>
        GreedyAllocator.Allocate(pairs, limits).LeftOut.Values.ShouldHaveSingleItem();

    private static AllocationLimits Limits(int cap, double capacity, int budget) => new(
        Enumerable.Range(0, 8).ToDictionary(i => $"p{(char)('0' + i)}", _ => cap, StringComparer.Ordinal),
        Enumerable.Range(0, 6).ToDictionary(i => $"o{(char)('0' + i)}", _ => capacity, StringComparer.Ordinal), budget, 0.1);

    private static List<AllocationPair> Pairs(Random random) =>
    [
        .. from need in Enumerable.Range(0, 6)
           from offer in Enumerable.Range(0, 6)
           where random.NextDouble() < 0.6 && need % 8 != (offer + 2) % 8
           select Pair(need, offer, need, (offer + 2) % 8, random.NextDouble(), random.NextDouble() < 0.1),
    ];

    private static AllocationPair Pair(int need, int offer, int needProfile, int offerProfile, double score, bool kept = false) => new(
        $"n{(char)('0' + need)}", $"o{(char)('0' + offer)}", $"p{(char)('0' + needProfile)}", $"p{(char)('0' + offerProfile)}", score, score, kept);
}
