using System.Globalization;
using System.Text.Json;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>How instants, weeks and enumerations are written in columns: as text that sorts and can be read.</summary>
internal static class SqliteText
{
    // One width, to the tick (100 ns), so that comparing text compares instants.
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string OfInstant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ToInstant(string text) => DateTimeOffset.ParseExact(
        text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static IsoWeek ToWeek(string text) => IsoWeek.TryParse(text, out var week)
        ? week
        : throw new FormatException($"The store holds '{text}' where a week was expected.");

    /// <summary>The design's word for a value: <c>ClinicalAccess</c> is <c>clinical_access</c>.</summary>
    public static string OfEnum<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static T ToEnum<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
