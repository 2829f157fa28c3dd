using System.Globalization;
using System.Text.RegularExpressions;
using ClusterEngine.Core.Reports.Html;

namespace ClusterEngine.Core.Tests.Reports;

/// <summary>WCAG 2.2, 1.4.3 and 1.4.11, reckoned from the colours in the style sheet.</summary>
public sealed partial class StyleSheetTests
{
    [Theory]
    [InlineData("ink", "paper", 7)]
    [InlineData("ink", "surface", 7)]
    [InlineData("ink", "accent-soft", 4.5)]
    [InlineData("muted", "paper", 4.5)]
    [InlineData("muted", "surface", 4.5)]
    [InlineData("accent", "paper", 4.5)]
    [InlineData("accent", "surface", 4.5)]
    [InlineData("mark-ink", "mark", 4.5)]
    [InlineData("warn", "warn-soft", 4.5)]
    [InlineData("ink", "warn-soft", 4.5)]
    [InlineData("accent", "warn-soft", 4.5)]
    [InlineData("warn", "surface", 4.5)]
    [InlineData("warn", "paper", 4.5)]
    [InlineData("good", "surface", 4.5)]
    [InlineData("bad", "surface", 4.5)]
    [InlineData("heat-ink", "heat-1", 4.5)]
    [InlineData("heat-ink", "heat-2", 4.5)]
    [InlineData("heat-ink", "heat-3", 4.5)]
    [InlineData("heat-ink", "heat-4", 4.5)]
    public void Text_stands_out_enough_in_light_and_dark(string text, string ground, double least)
    {
        foreach (var colours in Schemes())
        {
            Contrast(colours[text], colours[ground]).ShouldBeGreaterThanOrEqualTo(least, $"{text} on {ground}");
        }
    }

    [Fact]
    public void The_style_sheet_fetches_nothing()
    {
        StyleSheet.Text.ShouldNotContain("url(");
        StyleSheet.Text.ShouldNotContain("@import");
        StyleSheet.Text.ShouldNotContain("</style");
    }

    private static IEnumerable<Dictionary<string, string>> Schemes()
    {
        var parts = StyleSheet.Text.Split("@media screen and (prefers-color-scheme: dark)");
        parts.Length.ShouldBe(2);
        var end = parts[1].IndexOf("}\n}", StringComparison.Ordinal);
        foreach (var part in new[] { parts[0], parts[1][..end] })
        {
            yield return Colour().Matches(part).ToDictionary(
                match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        }
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+): #(?<value>[0-9a-f]{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();
}
