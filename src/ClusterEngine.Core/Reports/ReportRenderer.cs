using ClusterEngine.Core.Reports.Csv;
using ClusterEngine.Core.Reports.Html;
using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports;

/// <summary>Makes a report's files. They depend on the report alone: no clock, no culture, no machine.</summary>
public sealed class ReportRenderer
{
    /// <summary>Renders every file of a report.</summary>
    /// <returns>The bytes of each file by name: <c>report.json</c>, <c>report.sv.html</c>, <c>report.en.html</c>,
    /// <c>report.sv.csv</c>, <c>report.en.csv</c>.</returns>
#pragma warning disable CA1822 // An instance, so that a service can replace it and callers do not change.
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Render(Report report)
#pragma warning restore CA1822
    {
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["report.json"] = ReportJson.Write(report),
        };
        foreach (var words in ReportTexts.All)
        {
            files[$"report.{words.Language}.html"] = ReportPage.Render(report, words);
            files[$"report.{words.Language}.csv"] = ReportCsv.Render(report, words);
        }

        return files;
    }
}
