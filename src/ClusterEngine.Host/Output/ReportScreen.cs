using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Host.Cli;
using Spectre.Console;

namespace ClusterEngine.Host.Output;

/// <summary>Shows a report's matches and gaps on the terminal.</summary>
internal static class ReportScreen
{
    /// <summary>The beginning of a match's id that is shown: 8 characters of base 32 are 40 bits, so two of a week's 30
    /// matches (435 pairs) share one in about four of ten thousand million weeks. <c>verdict</c> takes it.</summary>
    private const int ShownId = 2 + 8;

    /// <summary>Draws the best matches.</summary>
    public static void Matches(ProgramEnvironment environment, People people, Report report, int most)
    {
        if (report.Matches.Count == 0)
        {
            environment.Out.WriteLine(people.Say("Inga matchningar den här veckan.", "No matches this week."));
            return;
        }

        var table = Screen.NewTable(
            people.Say("Poäng", "Score"), people.Say("Vem möter vem", "Who meets whom"), people.Say("Varför", "Why"));
        table.Columns[0].RightAligned().NoWrap();
        table.Columns[1].Width(Math.Clamp(environment.Width * 2 / 5, 30, 60));
        table.ShowRowSeparators();
        foreach (var match in report.Matches.Take(most))
        {
            table.AddRow(
                new Text(Score(match.Score, people), new Style(decoration: Decoration.Bold)),
                Screen.Cell($"{match.Need.Name} → {match.Offer.Name}"),
                new Rows(Screen.Cell(people.Of(match.Reason)), Screen.Dim(ShortId(match.Id))));
        }

        Screen.Write(environment, table);
        if (report.Matches.Count > most)
        {
            var more = report.Matches.Count - most;
            environment.Out.WriteLine(people.Format($"… och {more:N0} till.", $"… and {more:N0} more."));
        }
    }

    /// <summary>What a run found, in a line.</summary>
    public static string Found(People people, RunCounts counts) => people.Format(
        $"{counts.Matches:N0} matchningar, {counts.Gaps:N0} behov som ingen kan möta, {counts.Waiting:N0} väntar",
        $"{counts.Matches:N0} matches, {counts.Gaps:N0} needs nobody can meet, {counts.Waiting:N0} waiting");

    /// <summary>Draws the needs that nobody can meet.</summary>
    public static void Gaps(ProgramEnvironment environment, People people, Report report)
    {
        if (report.Gaps.Count == 0)
        {
            return;
        }

        environment.Out.WriteLine();
        environment.Out.WriteLine(people.Say("Behov som ingen kan möta:", "Needs that nobody can meet:"));
        var table = Screen.NewTable(people.Say("Vem", "Who"), people.Say("Behov", "Need"), people.Say("Skäl", "Reason"));
        foreach (var gap in report.Gaps)
        {
            table.AddRow(Screen.Cell(gap.Need.Name), Screen.Cell(Short(people.Of(gap.Need.Text))), Screen.Cell(Of(gap.Reason, people)));
        }

        Screen.Write(environment, table);
    }

    /// <summary>What of whom is shown, and what it does not mean.</summary>
    public static void Notice(ProgramEnvironment environment, People people, Report report)
    {
        if (report.Claims.Unclaimed > 0)
        {
            Screen.Write(environment, new Text(people.Say(
                "Verkliga organisationer är beskrivna efter öppna källor och har inte själva deltagit.",
                "Real organisations are described from public sources and have taken no part.")));
        }
    }

    private static string ShortId(string id) => id.Length <= ShownId ? id : id[..ShownId];

    // Hundredths, as in the report itself.
    private static string Score(double score, People people) =>
        Math.Round(score * 100, MidpointRounding.AwayFromZero).ToString("0", people.Culture);

    private static string Short(string text)
    {
        const int Most = 100;
        var end = text.Length <= Most ? -1 : text.LastIndexOf(' ', Most);
        return text.Length <= Most ? text : (end > 0 ? text[..end] : text[..Most]) + " …";
    }

    private static string Of(GapReason reason, People people) => reason switch
    {
        GapReason.NoneExists => people.Say("ingen har det", "nobody has it"),
        GapReason.Certification => people.Say("certifiering saknas", "certification lacking"),
        GapReason.Bsl => people.Say("för låg skyddsnivå (BSL)", "biosafety level too low"),
        GapReason.Dates => people.Say("inte ledigt de dagarna", "not free on the days"),
        GapReason.Distance => people.Say("för långt bort", "too far away"),
        GapReason.Language => people.Say("inget gemensamt språk", "no common language"),
        GapReason.NotStated => people.Say("uppgift saknas: fråga först", "not stated: ask first"),
        GapReason.Full => people.Say("fullt", "full"),
        _ => people.Say("samma organisation, eller undantagen", "same organisation, or excluded"),
    };
}
