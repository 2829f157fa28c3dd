using System.Text;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports.Html;
using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports.Csv;

/// <summary>A report as a table for a spreadsheet: one row for each match and each gap (its nearest offer on the offer's
/// side). UTF-8 with BOM, since Excel takes it as Windows-1252 without.</summary>
internal static class ReportCsv
{
    public static byte[] Render(Report report, ReportTexts words)
    {
        var rows = new StringBuilder("\uFEFF");
        Row(rows, words, words.Csv.Headings.Select(CsvCells.Text));
        for (var i = 0; i < report.Matches.Count; i++)
        {
            Row(rows, words, Match(report, words, report.Matches[i], i + 1));
        }

        var number = 1;
        foreach (var gap in GapSection.Sorted(report.Gaps, words))
        {
            Row(rows, words, Gap(report, words, gap, number++));
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static IEnumerable<string> Match(Report report, ReportTexts words, ReportMatch match, int rank) =>
    [
        CsvCells.Text(words.Csv.Match),
        CsvCells.Text(report.Week.ToString()),
        Number(words, rank, 0),
        CsvCells.Text(match.Origin == MatchOrigin.CarriedOver ? words.Csv.CarriedOver : words.Csv.New),
        Number(words, match.Score * 100, 1),
        Number(words, match.Fit, 3),
        CsvCells.Text(match.Reason.In(words.Language).Text),
        .. Party(words, match.Need),
        .. Party(words, match.Offer),
        match.Kilometres is { } km ? Number(words, km, 1) : "",
        Checks(words, match.Requirements),
        "",
    ];

    private static IEnumerable<string> Gap(Report report, ReportTexts words, ReportGap gap, int number)
    {
        var near = gap.Nearest.Count > 0 ? gap.Nearest[0] : null;
        return
        [
            CsvCells.Text(words.Csv.Gap),
            CsvCells.Text(report.Week.ToString()),
            Number(words, number, 0),
            CsvCells.Text(words.GapTitles[gap.Reason]),
            "",
            near is null ? "" : Number(words, near.Fit, 3),
            CsvCells.Text(words.GapTexts[gap.Reason]),
            .. Party(words, gap.Need),
            .. near is null ? Enumerable.Repeat("", 7) : Party(words, near.Offer),
            "",
            near is null ? "" : Checks(words, near.Checks),
            CsvCells.Text(near?.Question?.In(words.Language).Text ?? ""),
        ];
    }

    private static IEnumerable<string> Party(ReportTexts words, ReportParty party) =>
    [
        CsvCells.Text(party.Name),
        CsvCells.Text(party.Startup ? words.Startup : words.Kinds[party.Kind]),
        CsvCells.Text(party.Municipality ?? ""),
        CsvCells.Text(party.Claim switch
        {
            Claim.Unclaimed => words.Unclaimed,
            Claim.Fictional => words.Fictional,
            _ => "",
        }),
        CsvCells.Text(party.Category is { } category ? words.Categories[category] : ""),
        CsvCells.Text(party.Text.In(words.Language).Text),
        CsvCells.Text($"{party.Reference}#{party.Key}"),
    ];

    private static string Checks(ReportTexts words, IReadOnlyList<RequirementCheck> checks) =>
        CsvCells.Text(string.Join(" | ", checks.Select(check => CheckHtml.Line(words, check))));

    /// <summary>A number of our own: the language's decimal sign, no groups.</summary>
    private static string Number(ReportTexts words, double value, int decimals)
    {
        var text = value.ToString("0." + new string('#', decimals), System.Globalization.CultureInfo.InvariantCulture);
        return words.Csv.Separator == ';' ? text.Replace('.', ',') : text;
    }

    private static void Row(StringBuilder rows, ReportTexts words, IEnumerable<string> cells) =>
        rows.AppendJoin(words.Csv.Separator, cells).Append("\r\n");
}
