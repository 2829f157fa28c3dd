using System.Text.Json;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Storage;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>Runs; <see cref="SqliteRangeQueue"/> has the work of their ranges.</summary>
internal sealed class SqliteRunStore(SqliteDatabase database) : IRunStore
{
    private readonly SqliteRangeQueue _queue = new(database);

    public ValueTask<Run> BeginAsync(Run run, IReadOnlyList<RunRange> ranges, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Begin(session, run, ranges), cancellationToken);

    public ValueTask<RunRange?> ClaimAsync(
        string runId, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        _queue.ClaimAsync(runId, owner, lease, cancellationToken);

    public ValueTask<bool> RenewAsync(
        RunRange range, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        _queue.RenewAsync(range, owner, lease, cancellationToken);

    public ValueTask CompleteAsync(
        RunRange range, string owner, ReadOnlyMemory<byte> result, CancellationToken cancellationToken) =>
        _queue.CompleteAsync(range, owner, result, cancellationToken);

    public ValueTask FailAsync(RunRange range, string owner, string message, CancellationToken cancellationToken) =>
        _queue.FailAsync(range, owner, message, cancellationToken);

    public ValueTask<int> CountOpenAsync(string runId, CancellationToken cancellationToken) =>
        _queue.CountOpenAsync(runId, cancellationToken);

    public IAsyncEnumerable<(RunRange Range, ReadOnlyMemory<byte> Result)> ListResultsAsync(
        string runId, CancellationToken cancellationToken) => _queue.ListResultsAsync(runId, cancellationToken);

    public async ValueTask FinishAsync(Run run, ReadOnlyMemory<byte> slate, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Finish(session, run, slate), cancellationToken);

    public ValueTask<Run?> FindAsync(string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => Find(session, runId), cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindSlateAsync(string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Command(
                "SELECT slate FROM run WHERE region = $region AND id = $run AND slate IS NOT NULL", ("$run", runId))
                .First(row => (ReadOnlyMemory<byte>?)row.Bytes(0)),
            cancellationToken);

    public ValueTask<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Run>>(
            session =>
            [
                .. session.Command(
                    """
                    SELECT id, region, settings_digest, model_id, as_of, input_digest, week, status, counts FROM run
                    WHERE region = $region
                    ORDER BY as_of DESC, id
                    """).Query(Read),
            ],
            cancellationToken);

    private static Run Begin(SqliteSession session, Run run, IReadOnlyList<RunRange> ranges)
    {
        CheckRegion(session, run);
        if (Find(session, run.Id) is { } known)
        {
            if (known.Status != RunStatus.Incomplete)
            {
                return known; // with the ranges that it began with, whatever is asked for now
            }

            // Its results went when it was given up, so that it begins afresh.
            session.Command("DELETE FROM run_range WHERE region = $region AND run_id = $run", ("$run", run.Id))
                .ExecuteNonQuery();
        }

        session.Command(
            """
            INSERT INTO run (region, id, settings_digest, model_id, as_of, input_digest, week, status)
            VALUES ($region, $run, $settings, $model, $as_of, $input, $week, 'running')
            ON CONFLICT (region, id) DO UPDATE SET status = 'running', counts = NULL, slate = NULL
            """,
            ("$run", run.Id), ("$settings", run.Stamp.SettingsDigest), ("$model", run.Stamp.ModelId),
            ("$as_of", SqliteText.OfInstant(run.Stamp.AsOf)), ("$input", run.Stamp.InputDigest),
            ("$week", run.Week.ToString())).ExecuteNonQuery();
        var insert = session.Command(
            """
            INSERT INTO run_range (region, run_id, range_index, first_need, need_count)
            VALUES ($region, $run, $index, $first, $count)
            """,
            ("$run", run.Id));
        foreach (var range in ranges)
        {
            insert.Set("$index", range.Index).Set("$first", range.First).Set("$count", range.Count).ExecuteNonQuery();
        }

        return Find(session, run.Id)!;
    }

    private static bool Finish(SqliteSession session, Run run, ReadOnlyMemory<byte> slate)
    {
        CheckRegion(session, run);
        if (run.Status == RunStatus.Running)
        {
            throw new ArgumentException($"Run {run.Id} is still running.", nameof(run));
        }

        // A run that finished in one process stays so when another process gives the same run up.
        var ended = session.Command(
            """
            UPDATE run SET status = $status, counts = $counts, slate = $slate
            WHERE region = $region AND id = $run AND status <> 'finished'
            """,
            ("$run", run.Id), ("$status", SqliteText.OfEnum(run.Status)),
            ("$counts", run.Counts is { } counts
                ? JsonSerializer.Serialize(counts, StorageDocuments.Json.RunCounts)
                : null),
            ("$slate", slate.ToArray())).ExecuteNonQuery() > 0;
        if (!ended && Find(session, run.Id) is null)
        {
            throw new InvalidOperationException($"Run {run.Id} was not begun.");
        }

        session.Command("UPDATE run_range SET result = NULL WHERE region = $region AND run_id = $run", ("$run", run.Id))
            .ExecuteNonQuery();
        return ended;
    }

    private static void CheckRegion(SqliteSession session, Run run)
    {
        if (!string.Equals(run.Stamp.Region, session.Region, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Run {run.Id} is of another region than the store.", nameof(run));
        }
    }

    private static Run? Find(SqliteSession session, string runId) => session.Command(
        """
        SELECT id, region, settings_digest, model_id, as_of, input_digest, week, status, counts FROM run
        WHERE region = $region AND id = $run
        """,
        ("$run", runId)).First(Read);

    private static Run Read(SqliteDataReader row) => new(
        row.GetString(0),
        new RunStamp(
            row.GetString(1), row.GetString(2), row.GetString(3), SqliteText.ToInstant(row.GetString(4)),
            row.GetString(5)),
        SqliteText.ToWeek(row.GetString(6)),
        SqliteText.ToEnum<RunStatus>(row.GetString(7)),
        row.Text(8) is { } counts ? JsonSerializer.Deserialize(counts, StorageDocuments.Json.RunCounts) : null);
}
