using System.Text;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Reports.Csv;
using ClusterEngine.Testing.Reports;

namespace ClusterEngine.Core.Tests.Reports;

public sealed class ReportCsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("\u200B\uFEFF=1")]
    [InlineData("\u202E=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠1")]
    [InlineData("\n=1")]
    public void Text_that_could_be_a_formula_is_not(string text) => CsvCells.Text(text).TrimStart('"').ShouldStartWith("'");

    [Theory]
    [InlineData("Östra labbet", "\"Östra labbet\"")]
    [InlineData("GMP", "GMP")]
    [InlineData("a=b", "a=b")]
    [InlineData("säg \"hej\"", "\"säg \"\"hej\"\"\"")]
    public void Ordinary_text_is_left_as_it_is(string text, string expected) => CsvCells.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("sv", ";", "42,5")]
    [InlineData("en", ",", "42.5")]
    public void There_is_a_row_for_each_match_and_gap(string language, string separator, string score)
    {
        foreach (var report in new[] { SampleReports.Ordinary, SampleReports.Hostile })
        {
            var bytes = new ReportRenderer().Render(report)[$"report.{language}.csv"];
            bytes.Span[..3].ToArray().ShouldBe([0xEF, 0xBB, 0xBF]);
            var rows = Read(bytes, separator);

            rows.Count.ShouldBe(1 + report.Matches.Count + report.Gaps.Count);
            rows.ShouldAllBe(row => row.Length == 24);
            rows[1][4].ShouldBe(score);
            rows.SelectMany(row => row).ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell.TrimStart()[0]));
        }
    }

    /// <summary>A reader of RFC 4180 by the letter, so that the test does not lean on a lenient one.</summary>
    private static List<string[]> Read(ReadOnlyMemory<byte> bytes, string separator)
    {
        var text = Encoding.UTF8.GetString(bytes.Span[3..]);
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (text[i] == separator[0] || text[i] == '\r'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\r')
                {
                    text[++i].ShouldBe('\n');
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        quoted.ShouldBeFalse();
        return rows;
    }
}
