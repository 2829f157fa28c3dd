using ClusterEngine.Core.Storage;

namespace ClusterEngine.Core.Import;

/// <summary>Collects what was refused, within bounds.</summary>
internal sealed class Rejections(string source)
{
    private readonly List<RejectedRow> _problems = [];

    /// <summary>Rows refused.</summary>
    public int Rows { get; private set; }

    /// <summary>Their problems by line and field.</summary>
    public IReadOnlyList<RejectedRow> List() =>
        [.. _problems.OrderBy(row => row.Line).ThenBy(row => row.Field, StringComparer.Ordinal)];

    public void Add(RowProblems problems)
    {
        Rows++;
        foreach (var (line, path, reason) in problems.All)
        {
            if (_problems.Count < ImportLimits.ListedProblems - 1)
            {
                _problems.Add(new RejectedRow(source, line, path, reason));
            }
            else if (_problems.Count == ImportLimits.ListedProblems - 1)
            {
                _problems.Add(new RejectedRow(
                    source, line, "", "from here on problems are counted and not listed: mend these and import again"));
            }
        }
    }
}
