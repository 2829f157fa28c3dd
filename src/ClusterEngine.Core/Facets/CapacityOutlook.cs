using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Facets;

/// <summary>When each offer has something free within the horizon, worked out once for a run.</summary>
internal sealed class CapacityOutlook
{
    // A need without a last day is served by any season: a quarter with something free every week is as good as all.
    private const int EnoughWeeks = 13;

    private readonly InstantInterval _horizon;
    private readonly InstantInterval[] _weeks;
    private readonly InstantInterval[]?[] _free;
    private readonly bool[]?[] _freeWeeks;

    public CapacityOutlook(Corpus corpus, IsoWeek week)
    {
        _horizon = CapacityPlan.HorizonOf(week);
        _weeks = [.. Enumerable.Range(0, CapacityPlan.Horizon).Select(ahead => week.AddWeeks(ahead).Interval)];
        _free = [.. corpus.Offers.Select(offer => offer.Offer.Capacity.Count == 0 ? null : offer.Offer.Capacity
            .Where(window => window.Kind != CapacityKind.Number || window.Amount > 0)
            .SelectMany(window => CapacityCalendar.Occurrences(window, _horizon)).ToArray())];
        _freeWeeks = [.. _free.Select(free => free is null ? null
            : _weeks.Select(interval => Array.Exists(free, part => part.Overlaps(interval))).ToArray())];
    }

    /// <summary>Whether an offer states capacity and has none within the days wanted and the horizon.</summary>
    public bool IsFull(HardRequirements wanted, OfferEntry offer)
    {
        if (_free[offer.Index] is not { } free)
        {
            return false;
        }

        var interval = StockholmTime.DaysThrough(wanted.From, wanted.To).Intersect(_horizon);
        return !Array.Exists(free, part => part.Overlaps(interval));
    }

    /// <summary>The share of the wanted weeks in which something of an offer is free, 0 to 1; one half when its capacity is not stated.</summary>
    public double FreeShare(HardRequirements wanted, OfferEntry offer)
    {
        if (_freeWeeks[offer.Index] is not { } free)
        {
            return 0.5;
        }

        var interval = StockholmTime.DaysThrough(wanted.From, wanted.To);
        var (weeks, with) = (0, 0);
        for (var i = 0; i < _weeks.Length; i++)
        {
            if (_weeks[i].Overlaps(interval))
            {
                weeks++;
                with += free[i] ? 1 : 0;
            }
        }

        var enough = wanted.To is null ? Math.Min(EnoughWeeks, weeks) : weeks;
        return enough == 0 ? 0 : Math.Min(1, (double)with / enough);
    }

    /// <summary>The first week with something free within the days wanted; null when none is, or nothing is stated.</summary>
    public IsoWeek? FirstFreeWeek(HardRequirements wanted, OfferEntry offer)
    {
        var interval = StockholmTime.DaysThrough(wanted.From, wanted.To);
        var found = _freeWeeks[offer.Index] is { } free
            ? Enumerable.Range(0, _weeks.Length).Where(i => free[i] && _weeks[i].Overlaps(interval)).Take(1).ToList()
            : [];
        return found.Count == 0 ? null : IsoWeek.Of(_weeks[found[0]].Start);
    }
}
