using System.Runtime.CompilerServices;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Testing;

/// <summary>Runs and their work in memory, for tests. Thread-safe.</summary>
/// <param name="time">The clock that leases run by.</param>
public sealed class InMemoryRunStore(TimeProvider time) : IRunStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _runs = new(StringComparer.Ordinal);

    public ValueTask<Run> BeginAsync(Run run, IReadOnlyList<RunRange> ranges, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_runs.TryGetValue(run.Id, out var entry) || entry.Run.Status == RunStatus.Incomplete)
            {
                entry = new Entry { Run = run };
                foreach (var range in ranges)
                {
                    entry.Work.Add(range.Index, new Work { Range = range with { Attempts = 0 } });
                }

                _runs[run.Id] = entry;
            }

            return ValueTask.FromResult(entry.Run);
        }
    }

    public ValueTask<RunRange?> ClaimAsync(
        string runId, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var work = _runs[runId].Work.Values.FirstOrDefault(work => !work.Done && work.LeasedUntil <= now);
            if (work is null)
            {
                return ValueTask.FromResult<RunRange?>(null);
            }

            work.Owner = owner;
            work.LeasedUntil = now + lease;
            work.Range = work.Range with { Attempts = work.Range.Attempts + 1 };
            return ValueTask.FromResult<RunRange?>(work.Range);
        }
    }

    public ValueTask<bool> RenewAsync(
        RunRange range, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var work = _runs[range.RunId].Work[range.Index];
            if (work.Done || !work.IsHeldBy(owner))
            {
                return ValueTask.FromResult(false);
            }

            work.LeasedUntil = time.GetUtcNow() + lease;
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask CompleteAsync(
        RunRange range, string owner, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var work = _runs[range.RunId].Work[range.Index];
            if (!work.Done)
            {
                work.Done = true;
                work.Result = result.ToArray();
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask FailAsync(RunRange range, string owner, string message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var work = _runs[range.RunId].Work[range.Index];
            if (work.IsHeldBy(owner))
            {
                work.Owner = null;
                work.LeasedUntil = DateTimeOffset.MinValue;
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<int> CountOpenAsync(string runId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_runs[runId].Work.Values.Count(work => !work.Done));
        }
    }

    public async IAsyncEnumerable<(RunRange Range, ReadOnlyMemory<byte> Result)> ListResultsAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (RunRange, ReadOnlyMemory<byte>)[] snapshot;
        lock (_gate)
        {
            snapshot =
            [
                .. _runs[runId].Work.Values
                    .Where(work => work.Done)
                    .Select(work => (work.Range, (ReadOnlyMemory<byte>)work.Result)),
            ];
        }

        await Task.CompletedTask;
        foreach (var result in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result;
        }
    }

    public ValueTask FinishAsync(Run run, ReadOnlyMemory<byte> slate, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var entry = _runs[run.Id];
            if (entry.Run.Status != RunStatus.Finished)
            {
                (entry.Run, entry.Slate) = (run, slate.ToArray());
            }

            entry.Work.Clear();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<Run?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_runs.GetValueOrDefault(runId)?.Run);
        }
    }

    public ValueTask<ReadOnlyMemory<byte>?> FindSlateAsync(string runId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(
                _runs.GetValueOrDefault(runId)?.Slate is { } slate ? slate : null);
        }
    }

    public ValueTask<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Run>>(
            [
                .. _runs.Values.Select(entry => entry.Run)
                    .OrderByDescending(run => run.Stamp.AsOf)
                    .ThenBy(run => run.Id, StringComparer.Ordinal),
            ]);
        }
    }

    private sealed class Entry
    {
        public required Run Run { get; set; }

        public SortedDictionary<int, Work> Work { get; } = [];

        public byte[]? Slate { get; set; }
    }

    private sealed class Work
    {
        public required RunRange Range { get; set; }

        public string? Owner { get; set; }

        public DateTimeOffset LeasedUntil { get; set; } = DateTimeOffset.MinValue;

        public bool Done { get; set; }

        public byte[] Result { get; set; } = [];

        public bool IsHeldBy(string owner) => string.Equals(Owner, owner, StringComparison.Ordinal);
    }
}
