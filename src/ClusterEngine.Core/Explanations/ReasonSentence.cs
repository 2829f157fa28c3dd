using System.Globalization;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;

namespace ClusterEngine.Core.Explanations;

/// <summary>Why two should meet, in one line and both languages.</summary>
internal static class ReasonSentence
{
    private const int MostWords = 2;

    public static LocalizedText For(
        IReadOnlyList<WordPair> words, IReadOnlyList<RequirementCheck> requirements, double? kilometres, int? freeFromWeek) =>
        new(Sentence("sv", words, requirements, kilometres, freeFromWeek), Sentence("en", words, requirements, kilometres, freeFromWeek));

    /// <summary>The question to put to an offer's owner about what it leaves unstated; null when nothing is.</summary>
    public static LocalizedText? Question(IReadOnlyList<RequirementCheck> checks)
    {
        var open = checks.Where(check => check is
        { Outcome: CheckOutcome.NotStated, Requirement: GapReason.Bsl or GapReason.Certification, Required: not null }).ToList();
        return open.Count == 0 ? null : new LocalizedText(
            string.Join(" ", open.Select(check => check.Requirement == GapReason.Bsl
                ? $"Upp till vilken skyddsnivå (BSL) får ni arbeta? Behovet kräver minst BSL {check.Required}."
                : $"Har ni {check.Required} för det här erbjudandet? Behovet kräver det.")),
            string.Join(" ", open.Select(check => check.Requirement == GapReason.Bsl
                ? $"Up to which biosafety level may you work? The need requires at least BSL {check.Required}."
                : $"Do you have {check.Required} for this offer? The need requires it.")));
    }

    private static string Sentence(
        string language, IReadOnlyList<WordPair> words, IReadOnlyList<RequirementCheck> requirements, double? kilometres, int? freeFromWeek)
    {
        var swedish = string.Equals(language, "sv", StringComparison.Ordinal);
        var parts = new List<string>();
        var (and, mention) = swedish ? (" och ", "båda nämner ") : (" and ", "both mention ");
        var chosen = words.Take(MostWords).ToList();
        parts.Add(chosen.Count == 0 ? swedish ? "texterna handlar om samma sak" : "the two texts are about the same thing"
            : chosen.TrueForAll(Same) ? mention + string.Join(and, chosen.Select(pair => Quoted(pair.Need)))
            : string.Join(and, chosen.Select(pair => Same(pair)
                ? mention + Quoted(pair.Need)
                : Quoted(pair.Need) + (swedish ? " möter " : " meets ") + Quoted(pair.Offer))));
        parts.AddRange(requirements
            .Where(check => check is { Outcome: CheckOutcome.Met, Required: not null } && check.Requirement is GapReason.Certification or GapReason.Bsl)
            .Select(check => (check.Requirement == GapReason.Bsl ? $"BSL {check.Required}" : check.Required) + (swedish ? " uppfylls" : " met")));
        if (kilometres is { } distance)
        {
            var rounded = Math.Round(distance).ToString("0", CultureInfo.InvariantCulture);
            parts.Add(rounded is "0" ? swedish ? "samma plats" : "same site" : swedish ? $"{rounded}\u00A0km bort" : $"{rounded}\u00A0km apart");
        }

        if (freeFromWeek is { } week)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{(swedish ? "ledigt från vecka" : "free from week")} {week}"));
        }

        var sentence = string.Join("; ", parts);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];

        static bool Same(WordPair pair) => string.Equals(pair.Need, pair.Offer, StringComparison.OrdinalIgnoreCase);
        string Quoted(string word) => swedish ? $"”{word}”" : $"“{word}”";
    }
}
