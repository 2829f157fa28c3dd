using ClusterEngine.Core.Runs;

namespace ClusterEngine.Core.Storage;

/// <summary>Keeps runs and the state of their work, so that a killed run goes on where it was.</summary>
public interface IRunStore
{
    /// <summary>Begins a run with its ranges, or finds it begun: it keeps the ranges it had, and those that are done stay
    /// done. An incomplete run begins afresh, for its results are gone.</summary>
    /// <returns>The run as it stands: running, or finished already.</returns>
    ValueTask<Run> BeginAsync(Run run, IReadOnlyList<RunRange> ranges, CancellationToken cancellationToken);

    /// <summary>Claims one range that is neither done nor under a live lease, lowest index first.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="owner">Who claims it: names process and host.</param>
    /// <param name="lease">How long it is held unless renewed.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>Null when none can be claimed now (see <see cref="CountOpenAsync"/> for whether any are left).</returns>
    ValueTask<RunRange?> ClaimAsync(string runId, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Holds a claimed range for longer.</summary>
    /// <returns>False when it is no longer the owner's.</returns>
    ValueTask<bool> RenewAsync(RunRange range, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Stores a range's result and marks it done. A second completion of a range that is done changes nothing.</summary>
    ValueTask CompleteAsync(RunRange range, string owner, ReadOnlyMemory<byte> result, CancellationToken cancellationToken);

    /// <summary>Gives a claimed range back with what went wrong.</summary>
    ValueTask FailAsync(RunRange range, string owner, string message, CancellationToken cancellationToken);

    /// <summary>How many ranges are not done.</summary>
    ValueTask<int> CountOpenAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The results of the ranges that are done, by index.</summary>
    IAsyncEnumerable<(RunRange Range, ReadOnlyMemory<byte> Result)> ListResultsAsync(
        string runId, CancellationToken cancellationToken);

    /// <summary>In one transaction: marks the run finished or incomplete, stores its slate (an opaque document), and
    /// drops the results of its ranges, which nothing reads any more.</summary>
    ValueTask FinishAsync(Run run, ReadOnlyMemory<byte> slate, CancellationToken cancellationToken);

    /// <summary>A run; null when there is none.</summary>
    ValueTask<Run?> FindAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The slate of a finished run; null when there is none.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindSlateAsync(string runId, CancellationToken cancellationToken);

    /// <summary>All runs, ordered by cut-off and id, latest first.</summary>
    ValueTask<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken);
}
