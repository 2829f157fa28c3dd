using System.Globalization;

namespace ClusterEngine.Core.Candidates;

/// <summary>Requirements in machine form: no culture's comma, days as ISO 8601.</summary>
internal static class RequirementText
{
    public static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Days as <c>2027-01-11/2027-03-01</c>, an open end as <c>..</c>; null when both are open.</summary>
    public static string? Days(DateOnly? from, DateOnly? to) => from is null && to is null ? null : $"{Day(from)}/{Day(to)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "..";
}
