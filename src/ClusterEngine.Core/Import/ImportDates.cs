using System.Globalization;
using System.Text.RegularExpressions;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Import;

/// <summary>Reads days and instants, and relative days when the request allows them.</summary>
/// <param name="relativeTo">The week whose Monday relative dates count from; null: they are refused.</param>
internal sealed partial class ImportDates(IsoWeek? relativeTo)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <returns>The day; null with the reason.</returns>
    public DateOnly? Day(string text, out string reason)
    {
        var relative = Relative().Match(text);
        if (relative.Success)
        {
            return RelativeDay(relative, out reason);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            reason = "must be a day that exists, written YYYY-MM-DD";
            return null;
        }

        return InRange(day.Year, out reason) ? day : null;
    }

    /// <returns>The instant in UTC, a day as its beginning in Stockholm; null with the reason.</returns>
    public DateTimeOffset? DayOrInstant(string text, out string reason) =>
        text.Contains('T', StringComparison.Ordinal)
            ? Instant(text, out reason)
            : Day(text, out reason) is { } day ? StockholmTime.StartOf(day) : null;

    /// <returns>The instant in UTC; null with the reason.</returns>
    public static DateTimeOffset? Instant(string text, out string reason)
    {
        if (!HasOffset().IsMatch(text)
            || !DateTimeOffset.TryParseExact(
                text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            reason = "must be an instant with its offset, such as 2027-01-11T08:00+01:00 or 2027-01-11T07:00:00Z";
            return null;
        }

        return InRange(instant.Year, out reason) ? instant.ToUniversalTime() : null;
    }

    private DateOnly? RelativeDay(Match match, out string reason)
    {
        if (relativeTo is not { } week)
        {
            reason = "is relative, which only sample data may be: write the day as YYYY-MM-DD";
            return null;
        }

        reason = "";
        var amount = int.Parse(match.Groups["amount"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return week.Monday.AddDays(match.Groups["week"].Success ? 7 * amount : amount);
    }

    private static bool InRange(int year, out string reason)
    {
        reason = year is >= FirstYear and <= LastYear
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"the year must be from {FirstYear} to {LastYear}; leave the field out when there is no limit");
        return reason.Length == 0;
    }

    [GeneratedRegex(@"^(?:(?<week>week)(?<amount>[+-][0-9]{1,3})|(?<amount>[+-][0-9]{1,4})d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?:Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasOffset();
}
