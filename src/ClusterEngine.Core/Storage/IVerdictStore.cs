using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Storage;

/// <summary>Keeps verdicts, which are only ever added to.</summary>
public interface IVerdictStore
{
    /// <summary>Adds verdicts in one transaction; one that is there already (by id) is left alone.</summary>
    /// <returns>How many were new.</returns>
    ValueTask<int> AddAsync(IReadOnlyList<Verdict> verdicts, CancellationToken cancellationToken);

    /// <summary>All verdicts, ordered by time and id (ordinal).</summary>
    ValueTask<IReadOnlyList<Verdict>> ListAsync(CancellationToken cancellationToken);
}
