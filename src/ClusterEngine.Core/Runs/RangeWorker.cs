using System.Globalization;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Core.Runs;

/// <summary>Works through a run's ranges: claims one, scores its needs, stores the result, until all are done. Ranges that an
/// ended process held are waited for until their lease runs out.</summary>
internal sealed class RangeWorker(IRunStore runs, TimeProvider clock, RunOptions options)
{
    private static readonly TimeSpan WaitForOthers = TimeSpan.FromMilliseconds(500);

    public static IReadOnlyList<RunRange> Ranges(string runId, int needs, int size) =>
    [
        .. Enumerable.Range(0, (needs + size - 1) / size)
            .Select(index => new RunRange(runId, index, index * size, Math.Min(size, needs - (index * size)), 0)),
    ];

    /// <returns>The candidates of every need; null when the run has been ended elsewhere, and its results are gone.</returns>
    public async Task<IReadOnlyList<NeedCandidates>?> WorkAsync(
        string runId, int needs, CandidateScorer scorer, IProgress<PipelineProgress>? progress, CancellationToken cancellationToken)
    {
        var owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
        var done = 0;
        progress?.Report(new PipelineProgress(PipelineStep.Match, 0, needs));
        while (await runs.CountOpenAsync(runId, cancellationToken) > 0)
        {
            if (await runs.ClaimAsync(runId, owner, options.Lease, cancellationToken) is not { } range)
            {
                await Task.Delay(WaitForOthers, clock, cancellationToken);
                continue;
            }

            await WorkAsync(range, owner, scorer, cancellationToken);
            done += range.Count;
            progress?.Report(new PipelineProgress(PipelineStep.Match, done, needs));
        }

        var all = new List<NeedCandidates>(needs);
        await foreach (var (_, result) in runs.ListResultsAsync(runId, cancellationToken))
        {
            all.AddRange(NeedCandidates.Read(result));
        }

        return all.Count == needs ? all : null;
    }

    // A range that was not done is given back, so that whoever goes on need not wait for the lease to run out.
    private async Task WorkAsync(RunRange range, string owner, CandidateScorer scorer, CancellationToken cancellationToken)
    {
        var isDone = false;
        try
        {
            var scored = scorer.Score(range.First, range.Count, cancellationToken);
            await runs.CompleteAsync(range, owner, NeedCandidates.Write(scored), cancellationToken);
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                await runs.FailAsync(range, owner, "Stopped before it was done.", CancellationToken.None);
            }
        }
    }
}
