namespace ClusterEngine.Core.Time;

/// <summary>The cluster's calendar: days, weeks and hours are those of Europe/Stockholm.</summary>
public static class StockholmTime
{
    /// <summary>The time zone Europe/Stockholm, from the machine's own time-zone data.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The day in Stockholm at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant, in UTC, at which a day begins in Stockholm.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The instants of the days [first, end), where a null end or start is open.</summary>
    public static InstantInterval Days(DateOnly? first, DateOnly? end) => new(
        first is { } from ? StartOf(from) : DateTimeOffset.MinValue,
        end is { } to ? StartOf(to) : DateTimeOffset.MaxValue);

    /// <summary>The instants from a first to a last day, the last included; a null end is open.</summary>
    public static InstantInterval DaysThrough(DateOnly? first, DateOnly? last) =>
        Days(first, last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null);
}
