using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Testing;

/// <summary>Verdicts in memory, for tests. Thread-safe.</summary>
public sealed class InMemoryVerdictStore : IVerdictStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Verdict> _verdicts = new(StringComparer.Ordinal);

    public ValueTask<int> AddAsync(IReadOnlyList<Verdict> verdicts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(verdicts.Count(verdict => _verdicts.TryAdd(verdict.Id, verdict)));
        }
    }

    public ValueTask<IReadOnlyList<Verdict>> ListAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Verdict>>(
                [.. _verdicts.Values.OrderBy(v => v.At).ThenBy(v => v.Id, StringComparer.Ordinal)]);
        }
    }
}
