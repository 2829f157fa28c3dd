namespace ClusterEngine.Core.Import;

/// <summary>What is wrong with a row. Reasons say what would be right and never repeat what stood there.</summary>
internal sealed class RowProblems
{
    private readonly List<(int Line, string Path, string Reason)> _problems = [];

    public bool Any => _problems.Count > 0;

    /// <summary>Whether what is added now is no longer listed.</summary>
    public bool IsFull => _problems.Count > ImportLimits.ProblemsPerRow;

    public IReadOnlyList<(int Line, string Path, string Reason)> All => _problems;

    public void Add(int line, string path, string reason)
    {
        if (_problems.Count < ImportLimits.ProblemsPerRow)
        {
            _problems.Add((line, path, reason));
        }
        else if (_problems.Count == ImportLimits.ProblemsPerRow)
        {
            _problems.Add((line, "", "has more problems than are listed: mend these and import again"));
        }
    }

    public void Add(RowValue value, string reason) => Add(value.Line, value.Path, reason);
}
