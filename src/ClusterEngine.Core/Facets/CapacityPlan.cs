using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Facets;

/// <summary>What an offer's stated capacity means for one week's slate.</summary>
internal static class CapacityPlan
{
    /// <summary>How far ahead a run looks: a year of weeks, so that an offer free next autumn counts for a need without dates.</summary>
    public const int Horizon = 53;

    /// <summary>The instants that a run looks at.</summary>
    public static InstantInterval HorizonOf(IsoWeek week) => new(week.Interval.Start, week.AddWeeks(Horizon).Interval.Start);

    /// <summary>How many approvals an offer can take from one week's slate: "some" is 2, "ask" and nothing stated 1, a number
    /// as many typical orders as its best week holds (or, when no single week holds one, the whole horizon).</summary>
    public static double ExpectedApprovals(Offer offer, IsoWeek week)
    {
        if (offer.Capacity.Count == 0)
        {
            return 1;
        }

        var weeks = Enumerable.Range(0, Horizon).Select(ahead => week.AddWeeks(ahead).Interval);
        var free = FreeCapacity.In(offer, [.. weeks, HorizonOf(week)]);
        var best = free[..Horizon].Max(Approvals);
        return best > 0 ? best : Math.Min(1, Approvals(free[Horizon]));
    }

    private static double Approvals(FreeCapacity? free) => free switch
    {
        null => 0,
        { Kind: CapacityKind.Some } => 2,
        { Kind: CapacityKind.Ask } => 1,
        { Amount: { } amount, Unit: var unit } => Math.Floor(amount / TypicalOrder(unit)),
        _ => 1,
    };

    // What a first order takes: half a working day of an instrument, a small series of samples, one place, day or room.
    private static double TypicalOrder(CapacityUnit? unit) => unit switch
    {
        CapacityUnit.Hours => 4,
        CapacityUnit.Samples => 10,
        _ => 1,
    };
}
