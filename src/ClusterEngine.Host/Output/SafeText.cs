using System.Globalization;
using System.Text;

namespace ClusterEngine.Host.Output;

/// <summary>Makes text that others wrote safe to show on a terminal.</summary>
internal static class SafeText
{
    /// <summary>The text in one line, with control characters (escape sequences start with one) and marks that turn the
    /// writing direction of what follows replaced by a visible one.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
            {
                safe.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || IsDirectionMark(rune.Value))
            {
                safe.Append('\uFFFD');
            }
            else
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.ToString();
    }

    // LRM, RLM, ALM; LRE … RLO; LRI … PDI
    private static bool IsDirectionMark(int character) =>
        character is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
