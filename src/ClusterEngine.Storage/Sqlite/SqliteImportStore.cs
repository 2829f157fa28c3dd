using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Sqlite;

internal sealed class SqliteImportStore(SqliteDatabase database) : IImportStore
{
    public async ValueTask PutAsync(
        ImportRecord record, IReadOnlyList<RejectedRow> rejected, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Put(session, record, rejected), cancellationToken);

    // Ordered here and not by SQLite, whose byte order of UTF-8 differs from ordinal order beyond U+FFFF.
    public ValueTask<IReadOnlyList<ImportRecord>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ImportRecord>>(
            session =>
            [
                .. session.Command(
                    "SELECT source, imported_at, accepted, rejected FROM import_source WHERE region = $region")
                    .Query(row => new ImportRecord(
                        row.GetString(0), SqliteText.ToInstant(row.GetString(1)), row.GetInt32(2), row.GetInt32(3)))
                    .OrderBy(import => import.Source, StringComparer.Ordinal),
            ],
            cancellationToken);

    public ValueTask<IReadOnlyList<RejectedRow>> ListRejectedAsync(string? source, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RejectedRow>>(
            session =>
            [
                .. session.Command(
                    """
                    SELECT source, line, field, reason FROM import_rejected
                    WHERE region = $region AND ($source IS NULL OR source = $source)
                    ORDER BY source, position
                    """,
                    ("$source", source))
                    .Query(row => new RejectedRow(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3)))
                    .OrderBy(row => row.Source, StringComparer.Ordinal)
                    .ThenBy(row => row.Line)
                    .ThenBy(row => row.Field, StringComparer.Ordinal),
            ],
            cancellationToken);

    private static int Put(SqliteSession session, ImportRecord record, IReadOnlyList<RejectedRow> rejected)
    {
        session.Command(
            "DELETE FROM import_rejected WHERE region = $region AND source = $source", ("$source", record.Source))
            .ExecuteNonQuery();
        session.Command(
            """
            INSERT INTO import_source (region, source, imported_at, accepted, rejected)
            VALUES ($region, $source, $at, $accepted, $rejected)
            ON CONFLICT (region, source) DO UPDATE SET
                imported_at = excluded.imported_at, accepted = excluded.accepted, rejected = excluded.rejected
            """,
            ("$source", record.Source), ("$at", SqliteText.OfInstant(record.At)), ("$accepted", record.Accepted),
            ("$rejected", record.Rejected)).ExecuteNonQuery();
        var insert = session.Command(
            """
            INSERT INTO import_rejected (region, source, position, line, field, reason)
            VALUES ($region, $source, $position, $line, $field, $reason)
            """,
            ("$source", record.Source));
        for (var position = 0; position < rejected.Count; position++)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            var row = rejected[position];
            if (!string.Equals(row.Source, record.Source, StringComparison.Ordinal))
            {
                throw new ArgumentException("A rejected row is of another source than the import.", nameof(rejected));
            }

            insert.Set("$position", position).Set("$line", row.Line).Set("$field", row.Field)
                .Set("$reason", row.Reason).ExecuteNonQuery();
        }

        return rejected.Count;
    }
}
