using System.Globalization;
using System.Text.RegularExpressions;
using Ical.Net.DataTypes;

namespace ClusterEngine.Core.Import;

/// <summary>Reads an RFC 5545 RRULE and refuses what would recur more often than daily.</summary>
internal static partial class RecurrenceRule
{
    private const string Example = "such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12";

    /// <returns>The rule in upper case without <c>RRULE:</c>; null when there is none, or it has a problem.</returns>
    public static string? Read(RowFields fields, string name)
    {
        if (fields.Text(name, 500) is not { } text)
        {
            return null;
        }

        var rule = text.ToUpperInvariant();
        rule = rule.StartsWith("RRULE:", StringComparison.Ordinal) ? rule[6..] : rule;
        if (Problem(rule) is not { } problem)
        {
            return rule;
        }

        fields.Problem(name, problem);
        return null;
    }

    private static string? Problem(string rule)
    {
        if (!Shape().IsMatch(rule))
        {
            return $"must be a recurrence rule of RFC 5545, {Example}";
        }

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in rule.Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (!parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                return $"names a part twice; it must be a recurrence rule of RFC 5545, {Example}";
            }
        }

        if (parts.GetValueOrDefault("FREQ") is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY"))
        {
            return "must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY";
        }

        if (parts.ContainsKey("BYSECOND") || parts.ContainsKey("BYMINUTE") || parts.ContainsKey("BYHOUR"))
        {
            return "must not have BYHOUR, BYMINUTE or BYSECOND: the hours are those of from and to";
        }

        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL"))
        {
            return "must have COUNT or UNTIL, not both";
        }

        return IsNumber(parts, "INTERVAL", 1000) && IsNumber(parts, "COUNT", 10_000) && IsUnderstood(rule)
            ? null
            : $"must be a recurrence rule of RFC 5545, {Example}; INTERVAL at most 1,000 and COUNT at most 10,000";
    }

    private static bool IsNumber(Dictionary<string, string> parts, string name, int max) =>
        !parts.TryGetValue(name, out var text)
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= max);

    private static bool IsUnderstood(string rule)
    {
        try
        {
            return new RecurrencePattern(rule) is not null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library's parser documents no exceptions and throws several kinds for parts it cannot read.
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Z]+=[A-Z0-9,+:-]+(?:;[A-Z]+=[A-Z0-9,+:-]+)*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
