using System.Globalization;

namespace ClusterEngine.Core.Time;

/// <summary>An ISO 8601 week, Monday to Sunday, in Europe/Stockholm. The ISO year differs from the calendar year
/// around New Year, and some years (2026) have 53 weeks.</summary>
/// <param name="Year">The ISO year, 1 to 9999.</param>
/// <param name="Week">The week in it, 1 to 52 or 53.</param>
public readonly record struct IsoWeek(int Year, int Week) : IComparable<IsoWeek>
{
    /// <summary>The Monday that the week begins with.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Week, DayOfWeek.Monday));

    /// <summary>The instants of the week, [Monday 00:00, next Monday 00:00) in Stockholm: 167 to 169 hours.</summary>
    public InstantInterval Interval => StockholmTime.Days(Monday, Monday.AddDays(7));

    /// <summary>The week that holds a day.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>The week that holds an instant, by the clock in Stockholm.</summary>
    public static IsoWeek Of(DateTimeOffset instant) => Of(StockholmTime.DayOf(instant));

    /// <summary>The week a number of weeks later (or earlier, when negative).</summary>
    public IsoWeek AddWeeks(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>Reads <c>2026-W48</c>.</summary>
    /// <returns>False when the text has another shape, or the year has no such week.</returns>
    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] is not ('W' or 'w')
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new IsoWeek(year, number);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(IsoWeek other) => (Year, Week).CompareTo((other.Year, other.Week));

    /// <summary>The week as <c>2026-W48</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Week:00}");

    /// <summary>Earlier than.</summary>
    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;
}
