using System.Text.Json;

namespace ClusterEngine.Host.Cli;

/// <summary>The design's words for the members of an enumeration: <c>research_group</c>.</summary>
internal static class Words
{
    /// <summary>The word of a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The words of all members.</summary>
    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The member of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="shown">As it was written, for the message: <c>--reason to_early</c>.</param>
    /// <exception cref="UsageException">There is no such word; the message names the nearest.</exception>
    public static T Parse<T>(string word, string shown)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new UsageException(WordValidation.Message(shown, word, All<T>()));
    }
}
