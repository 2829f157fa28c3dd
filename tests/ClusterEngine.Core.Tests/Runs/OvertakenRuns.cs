using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Core.Tests.Runs;

/// <summary>A run store in which another process ends the run between this one's beginning it and working on it.</summary>
internal sealed class OvertakenRuns(IRunStore mine, Func<Task> other, IRunStore others) : IRunStore
{
    private IRunStore _store = mine;

    public async ValueTask<Run> BeginAsync(Run run, IReadOnlyList<RunRange> ranges, CancellationToken cancellationToken)
    {
        var begun = await _store.BeginAsync(run, ranges, cancellationToken);
        await other();
        _store = others;
        return begun;
    }

    public ValueTask<RunRange?> ClaimAsync(string runId, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        _store.ClaimAsync(runId, owner, lease, cancellationToken);

    public ValueTask<bool> RenewAsync(RunRange range, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        _store.RenewAsync(range, owner, lease, cancellationToken);

    public ValueTask CompleteAsync(RunRange range, string owner, ReadOnlyMemory<byte> result, CancellationToken cancellationToken) =>
        _store.CompleteAsync(range, owner, result, cancellationToken);

    public ValueTask FailAsync(RunRange range, string owner, string message, CancellationToken cancellationToken) =>
        _store.FailAsync(range, owner, message, cancellationToken);

    public ValueTask<int> CountOpenAsync(string runId, CancellationToken cancellationToken) => _store.CountOpenAsync(runId, cancellationToken);

    public IAsyncEnumerable<(RunRange Range, ReadOnlyMemory<byte> Result)> ListResultsAsync(
        string runId, CancellationToken cancellationToken) => _store.ListResultsAsync(runId, cancellationToken);

    public ValueTask FinishAsync(Run run, ReadOnlyMemory<byte> slate, CancellationToken cancellationToken) =>
        _store.FinishAsync(run, slate, cancellationToken);

    public ValueTask<Run?> FindAsync(string runId, CancellationToken cancellationToken) => _store.FindAsync(runId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindSlateAsync(string runId, CancellationToken cancellationToken) =>
        _store.FindSlateAsync(runId, cancellationToken);

    public ValueTask<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken) => _store.ListAsync(cancellationToken);
}
