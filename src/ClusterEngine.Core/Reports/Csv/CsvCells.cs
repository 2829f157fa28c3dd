using System.Buffers;
using System.Text;

namespace ClusterEngine.Core.Reports.Csv;

/// <summary>Cells by RFC 4180 that a spreadsheet program takes as text and never as a formula.</summary>
internal static class CsvCells
{
    // ASCII, full-width, small and mathematical forms of = + - @, which spreadsheet programs may fold.
    private const string Starts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

    // Both separators, so that a file read with the other one keeps its cells whole.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t ");

    /// <summary>Text of others: neutralised with an apostrophe when it could start a formula, and quoted when it must be.</summary>
    public static string Text(string text)
    {
        var safe = StartsFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted)
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool StartsFormula(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\r' || (rune.IsBmp && Starts.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                return true;
            }

            // Spaces, controls and invisible characters before it do not make it harmless.
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not
                (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format))
            {
                return false;
            }
        }

        return false;
    }
}
