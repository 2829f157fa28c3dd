using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Facets;

/// <summary>How much of an offer is free in a stretch of time.</summary>
/// <param name="Kind">How it is stated.</param>
/// <param name="Amount">How much; null unless a number is stated.</param>
/// <param name="Unit">What the amount counts; null: not stated.</param>
internal readonly record struct FreeCapacity(CapacityKind Kind, double? Amount, CapacityUnit? Unit)
{
    /// <summary>What is free of an offer in each of several intervals, in order; null when nothing is, or nothing is stated.</summary>
    /// <remarks>Hours, samples and days are used up, so a window's amount is spread evenly over its length; places and rooms
    /// (and amounts without a unit) are there all the time. Amounts in another unit than the first free one are left out.</remarks>
    public static FreeCapacity?[] In(Offer offer, IReadOnlyList<InstantInterval> intervals)
    {
        // A recurrence is worked out once for all: a year's weeks one by one would take 53 times as long.
        var within = new InstantInterval(intervals.Min(interval => interval.Start), intervals.Max(interval => interval.End));
        var parts = offer.Capacity
            .SelectMany(window => CapacityCalendar.Occurrences(window, within), (window, part) => (Window: window, Part: part)).ToList();
        return [.. intervals.Select(interval =>
        {
            FreeCapacity? free = null;
            foreach (var (window, part) in parts.Where(occurrence => occurrence.Part.Overlaps(interval)))
            {
                free = Add(free, Of(window, part, interval));
            }

            return free;
        })];
    }

    private static FreeCapacity? Of(CapacityWindow window, InstantInterval occurrence, InstantInterval interval)
    {
        if (window.Kind != CapacityKind.Number)
        {
            return new FreeCapacity(window.Kind, null, window.Unit);
        }

        var usedUp = window.Unit is CapacityUnit.Hours or CapacityUnit.Samples or CapacityUnit.Days;
        var share = usedUp ? occurrence.Intersect(interval).Length / occurrence.Length : 1;
        return window.Amount > 0 ? new FreeCapacity(CapacityKind.Number, window.Amount * share, window.Unit) : null;
    }

    private static FreeCapacity? Add(FreeCapacity? left, FreeCapacity? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        ({ Kind: CapacityKind.Number } a, { Kind: CapacityKind.Number } b) when a.Unit == b.Unit =>
            a with { Amount = IsUsedUp(a.Unit) ? a.Amount + b.Amount : Math.Max(a.Amount ?? 0, b.Amount ?? 0) },
        // A number says more than "some", and "some" more than "ask": the enumeration's order.
        ({ } a, { } b) => b.Kind < a.Kind ? b : a,
    };

    private static bool IsUsedUp(CapacityUnit? unit) => unit is CapacityUnit.Hours or CapacityUnit.Samples or CapacityUnit.Days;
}
