using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Facets;

/// <summary>When each offer has something free within the horizon, worked out once for a run.</summary>
internal sealed class CapacityOutlook
{
    // A need without a last day is served by any season: a quarter with something free every week is as good as all.
    private const int EnoughWeeks = 13;

    private readonly InstantInterval _horizon;
    private readonly InstantInterval[] _weeks;
    private readonly InstantInterval[] _wanted;
    private readonly InstantInterval[]?[] _free;
    private readonly bool[]?[] _freeWeeks;

    /// <param name="corpus">The needs and offers.</param>
    /// <param name="today">The run's day: what was free before it is gone.</param>
    public CapacityOutlook(Corpus corpus, DateOnly today)
    {
        var week = IsoWeek.Of(today);
        _horizon = new InstantInterval(StockholmTime.StartOf(today), CapacityPlan.HorizonOf(week).End);
        _weeks = [.. Enumerable.Range(0, CapacityPlan.Horizon).Select(ahead => week.AddWeeks(ahead).Interval)];
        // Asked about in millions of pairs, so that the days are turned into instants here.
        _wanted = [.. corpus.Needs.Select(need => StockholmTime.DaysThrough(need.Need.Hard.From, need.Need.Hard.To))];
        _free = [.. corpus.Offers.Select(offer => offer.Offer.Capacity.Count == 0 ? null : offer.Offer.Capacity
            .Where(window => window.Kind != CapacityKind.Number || window.Amount > 0)
            .SelectMany(window => CapacityCalendar.Occurrences(window, _horizon))
            .Select(part => part.Intersect(_horizon)).ToArray())];
        _freeWeeks = [.. _free.Select(free => free is null ? null
            : _weeks.Select(interval => Array.Exists(free, part => part.Overlaps(interval))).ToArray())];
    }

    /// <summary>Whether an offer states capacity and has none within the days wanted and the horizon.</summary>
    public bool IsFull(NeedEntry need, OfferEntry offer)
    {
        if (_free[offer.Index] is not { } free)
        {
            return false;
        }

        var wanted = _wanted[need.Index].Intersect(_horizon);
        foreach (var part in free)
        {
            if (part.Overlaps(wanted))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The share of the wanted weeks in which something of an offer is free, 0 to 1; one half when its capacity is not stated.</summary>
    public double FreeShare(NeedEntry need, OfferEntry offer)
    {
        if (_freeWeeks[offer.Index] is not { } free)
        {
            return 0.5;
        }

        var (weeks, with) = (0, 0);
        for (var i = 0; i < _weeks.Length; i++)
        {
            if (_weeks[i].Overlaps(_wanted[need.Index]))
            {
                weeks++;
                with += free[i] ? 1 : 0;
            }
        }

        var enough = need.Need.Hard.To is null ? Math.Min(EnoughWeeks, weeks) : weeks;
        return enough == 0 ? 0 : Math.Min(1, (double)with / enough);
    }

    /// <summary>The first week with something free within the days wanted; null when none is, or nothing is stated.</summary>
    public IsoWeek? FirstFreeWeek(NeedEntry need, OfferEntry offer)
    {
        for (var i = 0; i < _weeks.Length && _freeWeeks[offer.Index] is { } free; i++)
        {
            if (free[i] && _weeks[i].Overlaps(_wanted[need.Index]))
            {
                return IsoWeek.Of(_weeks[i].Start);
            }
        }

        return null;
    }
}
