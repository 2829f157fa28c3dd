using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

internal sealed class SqliteReportStore(SqliteDatabase database) : IReportStore
{
    public async ValueTask PutDraftAsync(StoredReport report, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => PutDraft(session, report), cancellationToken);

    public ValueTask<StoredReport?> PublishAsync(IsoWeek week, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                // The draft's row becomes the published one; its files follow by the foreign key.
                session.Command(
                    """
                    UPDATE report SET published_at = $at, version =
                        (SELECT max(version) + 1 FROM report WHERE region = $region AND week = $week)
                    WHERE region = $region AND week = $week AND version = 0
                    """,
                    ("$week", week.ToString()), ("$at", SqliteText.OfInstant(database.Clock.GetUtcNow())))
                    .ExecuteNonQuery();
                return LatestPublished(session, week) is { } latest ? WithFiles(session, latest) : null;
            },
            cancellationToken);

    public ValueTask<StoredReport?> FindAsync(IsoWeek week, int? version, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => (version is { } number
                ? Find(session, week, number)
                : Find(session, week, 0) ?? LatestPublished(session, week)) is { } heading
                ? WithFiles(session, heading)
                : null,
            cancellationToken);

    public ValueTask<IReadOnlyList<ReportHeading>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ReportHeading>>(
            session =>
            [
                .. session.Command(
                    """
                    SELECT week, version, run_id, created_at, published_at FROM report
                    WHERE region = $region
                    ORDER BY week DESC, version = 0 DESC, version DESC
                    """).Query(Read),
            ],
            cancellationToken);

    private static bool PutDraft(SqliteSession session, StoredReport report)
    {
        var week = report.Heading.Week;
        if (LatestPublished(session, week) is { } latest
            && string.Equals(latest.RunId, report.Heading.RunId, StringComparison.Ordinal))
        {
            return false;
        }

        session.Command(
            "DELETE FROM report_file WHERE region = $region AND week = $week AND version = 0",
            ("$week", week.ToString())).ExecuteNonQuery();
        session.Command(
            """
            INSERT INTO report (region, week, version, run_id, created_at) VALUES ($region, $week, 0, $run, $at)
            ON CONFLICT (region, week, version) DO UPDATE SET
                run_id = excluded.run_id, created_at = excluded.created_at
            """,
            ("$week", week.ToString()), ("$run", report.Heading.RunId),
            ("$at", SqliteText.OfInstant(report.Heading.CreatedAt))).ExecuteNonQuery();
        var insert = session.Command(
            """
            INSERT INTO report_file (region, week, version, name, content) VALUES ($region, $week, 0, $name, $content)
            """,
            ("$week", week.ToString()));
        foreach (var (name, content) in report.Files)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            insert.Set("$name", name).Set("$content", content.ToArray()).ExecuteNonQuery();
        }

        return true;
    }

    private static ReportHeading? Find(SqliteSession session, IsoWeek week, int version) => session.Command(
        """
        SELECT week, version, run_id, created_at, published_at FROM report
        WHERE region = $region AND week = $week AND version = $version
        """,
        ("$week", week.ToString()), ("$version", version)).First(Read);

    private static ReportHeading? LatestPublished(SqliteSession session, IsoWeek week) => session.Command(
        """
        SELECT week, version, run_id, created_at, published_at FROM report
        WHERE region = $region AND week = $week AND version > 0
        ORDER BY version DESC
        LIMIT 1
        """,
        ("$week", week.ToString())).First(Read);

    private static StoredReport WithFiles(SqliteSession session, ReportHeading heading) => new(
        heading,
        session.Command(
            """
            SELECT name, content FROM report_file
            WHERE region = $region AND week = $week AND version = $version
            ORDER BY name
            """,
            ("$week", heading.Week.ToString()), ("$version", heading.Version))
            .Query(row => KeyValuePair.Create(row.GetString(0), new ReadOnlyMemory<byte>(row.Bytes(1))))
            .ToDictionary(StringComparer.Ordinal));

    private static ReportHeading Read(SqliteDataReader row) => new(
        SqliteText.ToWeek(row.GetString(0)), row.GetInt32(1), row.GetString(2), SqliteText.ToInstant(row.GetString(3)),
        row.Text(4) is { } published ? SqliteText.ToInstant(published) : null);
}
