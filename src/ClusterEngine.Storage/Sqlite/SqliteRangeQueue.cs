using System.Globalization;
using ClusterEngine.Core.Runs;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>The ranges of runs as work to be claimed. A claim is its owner and the number of the attempt; it may be
/// taken over when its lease has run out by the store's clock.</summary>
internal sealed class SqliteRangeQueue(SqliteDatabase database)
{
    public ValueTask<RunRange?> ClaimAsync(
        string runId, string owner, TimeSpan lease, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Command(
            """
            UPDATE run_range SET owner = $owner, leased_until = $until, attempts = attempts + 1
            WHERE region = $region AND run_id = $run AND range_index = (
                SELECT range_index FROM run_range
                WHERE region = $region AND run_id = $run AND done_at IS NULL
                    AND (leased_until IS NULL OR leased_until <= $now)
                ORDER BY range_index
                LIMIT 1)
            RETURNING run_id, range_index, first_need, need_count, attempts
            """,
            ("$run", runId), ("$owner", owner), ("$now", Now()), ("$until", Until(lease))).First(Read),
        cancellationToken);

    public ValueTask<bool> RenewAsync(
        RunRange range, string owner, TimeSpan lease, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Command(
            """
            UPDATE run_range SET leased_until = $until
            WHERE region = $region AND run_id = $run AND range_index = $index
                AND done_at IS NULL AND owner = $owner AND attempts = $attempt
            """,
            ("$run", range.RunId), ("$index", range.Index), ("$owner", owner), ("$attempt", range.Attempts),
            ("$until", Until(lease))).ExecuteNonQuery() > 0,
        cancellationToken);

    /// <summary>Takes the result of a former owner too: it depends on the run alone, so it is the same as the new owner's.</summary>
    public async ValueTask CompleteAsync(
        RunRange range, string owner, ReadOnlyMemory<byte> result, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session =>
            {
                var done = session.Command(
                    """
                    UPDATE run_range SET done_at = $now, result = $result, owner = $owner, leased_until = NULL
                    WHERE region = $region AND run_id = $run AND range_index = $index AND done_at IS NULL
                    """,
                    ("$run", range.RunId), ("$index", range.Index), ("$owner", owner), ("$now", Now()),
                    ("$result", result.ToArray())).ExecuteNonQuery() > 0;
                return done || Exists(session, range)
                    ? done
                    : throw new InvalidOperationException(string.Create(
                        CultureInfo.InvariantCulture, $"Run {range.RunId} has no range {range.Index}."));
            },
            cancellationToken);

    public async ValueTask FailAsync(
        RunRange range, string owner, string message, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.Command(
                """
                UPDATE run_range SET owner = NULL, leased_until = NULL, last_failure = $message
                WHERE region = $region AND run_id = $run AND range_index = $index
                    AND done_at IS NULL AND owner = $owner AND attempts = $attempt
                """,
                ("$run", range.RunId), ("$index", range.Index), ("$owner", owner), ("$attempt", range.Attempts),
                ("$message", message)).ExecuteNonQuery(),
            cancellationToken);

    public ValueTask<int> CountOpenAsync(string runId, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Command(
            "SELECT count(*) FROM run_range WHERE region = $region AND run_id = $run AND done_at IS NULL",
            ("$run", runId)).First(row => row.GetInt32(0)),
        cancellationToken);

    public IAsyncEnumerable<(RunRange Range, ReadOnlyMemory<byte> Result)> ListResultsAsync(
        string runId, CancellationToken cancellationToken) => database.StreamAsync(
        session => session.Command(
            """
            SELECT run_id, range_index, first_need, need_count, attempts, result FROM run_range
            WHERE region = $region AND run_id = $run AND result IS NOT NULL
            ORDER BY range_index
            """,
            ("$run", runId)).Query(row => (Read(row), new ReadOnlyMemory<byte>(row.Bytes(5)))),
        cancellationToken);

    private static bool Exists(SqliteSession session, RunRange range) => session.Command(
        "SELECT 1 FROM run_range WHERE region = $region AND run_id = $run AND range_index = $index",
        ("$run", range.RunId), ("$index", range.Index)).First(row => row.GetInt32(0)) == 1;

    private static RunRange Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));

    private string Now() => SqliteText.OfInstant(database.Clock.GetUtcNow());

    private string Until(TimeSpan lease) => SqliteText.OfInstant(database.Clock.GetUtcNow() + lease);
}
