using System.Text.Json;

namespace ClusterEngine.Core.Import;

/// <summary>The names that an enumeration's values have in files: <c>ResearchGroup</c> is <c>research_group</c>.</summary>
internal static class WireNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <summary>All names, in the order of the values.</summary>
    public static string All { get; } = string.Join(", ", Values.Keys);

    public static T? Find(string name) => Values.TryGetValue(name, out var value) ? value : null;

    public static string? Nearest(string name) => Known.Nearest(name, Values.Keys);
}
