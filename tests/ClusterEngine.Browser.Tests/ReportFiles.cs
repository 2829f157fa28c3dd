using ClusterEngine.Browser.Tests;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing.Reports;

[assembly: AssemblyFixture(typeof(ReportFiles))]

namespace ClusterEngine.Browser.Tests;

/// <summary>The sample reports as files in a directory of their own, as someone opens them from a disk.</summary>
public sealed class ReportFiles : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("clusterengine-reports-");

    public ReportFiles()
    {
        foreach (var (sample, report) in SampleReports.All)
        {
            foreach (var (name, bytes) in new ReportRenderer().Render(report))
            {
                File.WriteAllBytes(Path.Combine(_directory.FullName, $"{sample}.{name}"), bytes.ToArray());
            }
        }
    }

    /// <summary>Every page, by a name such as <c>ordinary.report.sv.html</c>.</summary>
    public static TheoryData<string> Pages =>
        [.. SampleReports.All.Keys.SelectMany(sample => new[] { $"{sample}.report.sv.html", $"{sample}.report.en.html" })];

    public string Address(string page) => new Uri(Path.Combine(_directory.FullName, page)).AbsoluteUri;

    public void Dispose() => _directory.Delete(recursive: true);
}
