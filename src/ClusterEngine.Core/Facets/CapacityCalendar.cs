using ClusterEngine.Core.Time;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace ClusterEngine.Core.Facets;

/// <summary>Turns capacity windows into the stretches of time that they stand for.</summary>
internal static class CapacityCalendar
{
    // A daily window over the year that a report can look ahead has 366 occurrences; ten times that bounds a hostile rule.
    private const int MostOccurrences = 4000;

    /// <summary>The occurrences of a window that share time with an interval, in order.</summary>
    public static IEnumerable<InstantInterval> Occurrences(CapacityWindow window, InstantInterval within)
    {
        if (window.Recurrence is null)
        {
            return window.Interval.Overlaps(within) ? [window.Interval] : [];
        }

        return Recurring(window.Interval, window.Recurrence, within).Where(occurrence => occurrence.Overlaps(within));
    }

    // A rule recurs by the clock in Stockholm: "Tuesdays from nine to five" stays so when summer time ends.
    private static IEnumerable<InstantInterval> Recurring(InstantInterval first, string rule, InstantInterval within)
    {
        var (start, end) = (Local(first.Start), Local(first.End));
        end = end > start ? end : start + first.Length; // a short one in the hour that comes twice
        var calendarEvent = new CalendarEvent
        {
            Start = new CalDateTime(start, StockholmTime.Zone.Id),
            End = new CalDateTime(end, StockholmTime.Zone.Id),
            RecurrenceRule = Until(within.End, rule),
        };
        // From a day before, so that an occurrence under way is not missed by an hour of summer time.
        return calendarEvent.GetOccurrences(new CalDateTime(Local(within.Start.AddDays(-1)), StockholmTime.Zone.Id))
            .Take(MostOccurrences)
            .Select(occurrence => new InstantInterval(
                new DateTimeOffset(occurrence.Period.StartTime.AsUtc, TimeSpan.Zero),
                Instant(occurrence.Period.StartTime.Value + (end - start))));
    }

    // The rule ends no later than is looked: one that never occurs ("30 February") would be searched until the year 9999,
    // and fail there. A day as the rule's own end is included, as every last day is.
    private static RecurrenceRule Until(DateTimeOffset end, string rule)
    {
        var recurrence = new RecurrenceRule(rule);
        var last = recurrence.Until switch
        {
            null => DateTimeOffset.MaxValue,
            { HasTime: false } day => Instant(day.Value.Date.AddDays(1)).AddSeconds(-1),
            { TzId: null } local => Instant(local.Value),
            var instant => new DateTimeOffset(instant.AsUtc, TimeSpan.Zero),
        };
        recurrence.Until = new CalDateTime((last < end ? last : end).UtcDateTime, "UTC");
        return recurrence;
    }

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, StockholmTime.Zone).DateTime;

    private static DateTimeOffset Instant(DateTime local) =>
        new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), StockholmTime.Zone.GetUtcOffset(local)).ToUniversalTime();
}
