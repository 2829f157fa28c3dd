using System.Globalization;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Reports.Texts;

/// <summary>Numbers and dates in a language's own manner. It uses no culture of the machine, whose data change with
/// its version: the same report must give the same bytes everywhere.</summary>
internal sealed class LanguageFormat(ReportTexts words)
{
    private const char NoBreak = '\u00A0';

    private bool Swedish { get; } = string.Equals(words.Language, "sv", StringComparison.Ordinal);

    public string Integer(int value) => Number(value, 0);

    /// <summary>A number with at most so many decimals, a true minus sign, and groups of three.</summary>
    public string Number(double value, int decimals)
    {
        var text = value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return Localised(text);
    }

    /// <summary>A number with exactly so many decimals.</summary>
    public string Fixed(double value, int decimals) =>
        Localised(value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture));

    /// <summary>Hundredths of a value from 0 to 1: what is shown as the score.</summary>
    public string Score(double value) => Integer((int)Math.Round(value * 100, MidpointRounding.AwayFromZero));

    public string Kilometres(double value) => Number(value, value < 10 ? 1 : 0) + NoBreak + "km";

    public string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}{NoBreak}{words.Months[day.Month - 1]} {day.Year}");

    public string Date(DateOnly first, DateOnly last)
    {
        var inv = CultureInfo.InvariantCulture;
        var (from, to) = (words.Months[first.Month - 1], words.Months[last.Month - 1]);
        if (first == last)
        {
            return Date(first);
        }

        if (first.Year == last.Year && first.Month == last.Month)
        {
            return string.Create(inv, $"{first.Day}–{last.Day}{NoBreak}{to} {last.Year}");
        }

        // Swedish sets the dash close, English with space when either side has a space of its own.
        var dash = Swedish ? "–" : " – ";
        return first.Year == last.Year
            ? string.Create(inv, $"{first.Day}{NoBreak}{from}{dash}{last.Day}{NoBreak}{to} {last.Year}")
            : string.Create(inv, $"{Date(first)}{dash}{Date(last)}");
    }

    /// <summary>A week with its days: <c>vecka 48, 23–29 november 2026</c>.</summary>
    public string Week(IsoWeek week) => string.Create(
        CultureInfo.InvariantCulture,
        $"{words.Week}{NoBreak}{week.Week}, {Date(week.Monday, week.Monday.AddDays(6))}");

    public string ShortWeek(IsoWeek week) => string.Create(
        CultureInfo.InvariantCulture, $"{words.WeekShort}{NoBreak}{week.Week}");

    /// <summary>The Monday of a week, short: <c>23/11</c> or <c>23 Nov</c>.</summary>
    public string ShortDay(DateOnly day) => Swedish
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}")
        : string.Create(CultureInfo.InvariantCulture, $"{day.Day}{NoBreak}{words.Months[day.Month - 1][..3]}");

    /// <summary>An instant by the clock in Stockholm.</summary>
    public string Instant(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, StockholmTime.Zone);
        var time = local.ToString(Swedish ? "HH'.'mm" : "HH':'mm", CultureInfo.InvariantCulture);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))} {words.At}{NoBreak}{time}";
    }

    private string Localised(string invariant)
    {
        var text = invariant.StartsWith('-') ? '\u2212' + invariant[1..] : invariant;
        return Swedish ? text.Replace(',', NoBreak).Replace('.', ',') : text;
    }
}
