using System.Text.Json;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Verdicts;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

internal sealed class SqliteVerdictStore(SqliteDatabase database) : IVerdictStore
{
    public ValueTask<int> AddAsync(IReadOnlyList<Verdict> verdicts, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Add(session, verdicts), cancellationToken);

    public ValueTask<IReadOnlyList<Verdict>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Verdict>>(
            session =>
            [
                .. session.Command(
                    """
                    SELECT id, need_id, offer_id, said_by, kind, reason, said_at, examined, note FROM verdict
                    WHERE region = $region
                    ORDER BY said_at, id
                    """).Query(Read),
            ],
            cancellationToken);

    private static int Add(SqliteSession session, IReadOnlyList<Verdict> verdicts)
    {
        var insert = session.Command(
            """
            INSERT INTO verdict (region, id, need_id, offer_id, said_by, kind, reason, said_at, examined, note)
            VALUES ($region, $id, $need, $offer, $by, $kind, $reason, $at, $examined, $note)
            ON CONFLICT (region, id) DO NOTHING
            """);
        var added = 0;
        foreach (var verdict in verdicts)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            added += insert.Set("$id", verdict.Id).Set("$need", verdict.NeedId).Set("$offer", verdict.OfferId)
                .Set("$by", SqliteText.OfEnum(verdict.By)).Set("$kind", SqliteText.OfEnum(verdict.Kind))
                .Set("$reason", verdict.Reason is { } reason ? SqliteText.OfEnum(reason) : null)
                .Set("$at", SqliteText.OfInstant(verdict.At))
                .Set("$examined", JsonSerializer.Serialize(
                    verdict.ExaminedOfferIds, StorageDocuments.Json.IReadOnlyListString))
                .Set("$note", verdict.Note)
                .ExecuteNonQuery();
        }

        return added;
    }

    private static Verdict Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        NeedId = row.GetString(1),
        OfferId = row.GetString(2),
        By = SqliteText.ToEnum<VerdictBy>(row.GetString(3)),
        Kind = SqliteText.ToEnum<VerdictKind>(row.GetString(4)),
        Reason = row.Text(5) is { } reason ? SqliteText.ToEnum<RejectionReason>(reason) : null,
        At = SqliteText.ToInstant(row.GetString(6)),
        ExaminedOfferIds = JsonSerializer.Deserialize(row.GetString(7), StorageDocuments.Json.IReadOnlyListString)!,
        Note = row.Text(8),
    };
}
