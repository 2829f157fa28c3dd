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

        return Recurring(window, window.Recurrence).Where(occurrence => occurrence.Overlaps(within));

        IEnumerable<InstantInterval> Recurring(CapacityWindow recurring, string rule) =>
            Starts(recurring, rule)
                .TakeWhile(start => start < within.End)
                .Select(start => new InstantInterval(start, start + recurring.Interval.Length));
    }

    // A rule recurs by the clock in Stockholm: "Tuesdays at nine" stays at nine when summer time ends.
    private static IEnumerable<DateTimeOffset> Starts(CapacityWindow window, string rule)
    {
        var local = TimeZoneInfo.ConvertTime(window.Interval.Start, StockholmTime.Zone).DateTime;
        var calendarEvent = new CalendarEvent
        {
            Start = new CalDateTime(local, StockholmTime.Zone.Id),
            End = new CalDateTime(local + window.Interval.Length, StockholmTime.Zone.Id),
            RecurrenceRule = new RecurrenceRule(rule),
        };
        return calendarEvent.GetOccurrences()
            .Take(MostOccurrences)
            .Select(occurrence => new DateTimeOffset(occurrence.Period.StartTime.AsUtc, TimeSpan.Zero));
    }
}
