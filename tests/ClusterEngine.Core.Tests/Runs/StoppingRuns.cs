using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Core.Tests.Runs;

/// <summary>A run store that cancels the work once a number of ranges are done, or claimed.</summary>
internal sealed class StoppingRuns(IRunStore inner, CancellationTokenSource stop, int after, bool atClaim = false) : IRunStore
{
    private int _count;

    public ValueTask<Run> BeginAsync(Run run, IReadOnlyList<RunRange> ranges, CancellationToken cancellationToken) =>
        inner.BeginAsync(run, ranges, cancellationToken);

    public async ValueTask<RunRange?> ClaimAsync(string runId, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        var range = await inner.ClaimAsync(runId, owner, lease, cancellationToken);
        await CountAsync(atClaim);
        return range;
    }

    public ValueTask<bool> RenewAsync(RunRange range, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        inner.RenewAsync(range, owner, lease, cancellationToken);

    public async ValueTask CompleteAsync(
        RunRange range, string owner, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
    {
        await inner.CompleteAsync(range, owner, result, cancellationToken);
        await CountAsync(!atClaim);
    }

    public ValueTask FailAsync(RunRange range, string owner, string message, CancellationToken cancellationToken) =>
        inner.FailAsync(range, owner, message, cancellationToken);

    public ValueTask<int> CountOpenAsync(string runId, CancellationToken cancellationToken) =>
        inner.CountOpenAsync(runId, cancellationToken);

    public IAsyncEnumerable<(RunRange Range, ReadOnlyMemory<byte> Result)> ListResultsAsync(
        string runId, CancellationToken cancellationToken) => inner.ListResultsAsync(runId, cancellationToken);

    public ValueTask FinishAsync(Run run, ReadOnlyMemory<byte> slate, CancellationToken cancellationToken) =>
        inner.FinishAsync(run, slate, cancellationToken);

    public ValueTask<Run?> FindAsync(string runId, CancellationToken cancellationToken) => inner.FindAsync(runId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindSlateAsync(string runId, CancellationToken cancellationToken) =>
        inner.FindSlateAsync(runId, cancellationToken);

    public ValueTask<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    private async Task CountAsync(bool counts)
    {
        if (counts && ++_count == after)
        {
            await stop.CancelAsync();
        }
    }
}
