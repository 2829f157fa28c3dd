using System.Buffers.Binary;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Sqlite;

internal sealed class SqliteVectorStore(SqliteDatabase database) : IVectorStore
{
    public async ValueTask PutAsync(IReadOnlyList<StoredVector> vectors, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Put(session, vectors), cancellationToken);

    public IAsyncEnumerable<StoredVector> ListAsync(string modelId, CancellationToken cancellationToken) =>
        database.StreamAsync(
            session => session.Command(
                """
                SELECT facet_id, language, window_index, content_hash, embedding FROM vector
                WHERE region = $region AND model_id = $model
                ORDER BY facet_id, language, window_index
                """,
                ("$model", modelId)).Query(row => new StoredVector(
                    row.GetString(0), row.GetString(1), row.GetInt32(2), modelId, row.GetString(3),
                    ToValues(row.Bytes(4)))),
            cancellationToken);

    public async ValueTask<IReadOnlyDictionary<(string FacetId, string Language), string>> ListHashesAsync(
        string modelId, CancellationToken cancellationToken) => await database.ReadAsync(
        session =>
        {
            var hashes = new Dictionary<(string FacetId, string Language), string>();
            var rows = session.Command(
                "SELECT facet_id, language, content_hash FROM vector WHERE region = $region AND model_id = $model",
                ("$model", modelId)).Query(row => (row.GetString(0), row.GetString(1), row.GetString(2)));
            foreach (var (facet, language, hash) in rows)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                hashes[(facet, language)] = hash;
            }

            return hashes;
        },
        cancellationToken);

    private static int Put(SqliteSession session, IReadOnlyList<StoredVector> vectors)
    {
        var delete = session.Command(
            """
            DELETE FROM vector
            WHERE region = $region AND facet_id = $facet AND language = $language AND model_id = $model
            """);
        var insert = session.Command(
            """
            INSERT INTO vector (region, facet_id, language, model_id, window_index, content_hash, embedding)
            VALUES ($region, $facet, $language, $model, $window, $hash, $embedding)
            """);
        var replaced = new HashSet<(string, string, string)>();
        // In the order of the key, which is that of reading too: pages fill one after the other.
        foreach (var vector in vectors.OrderBy(vector => vector.FacetId, StringComparer.Ordinal))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            if (replaced.Add((vector.FacetId, vector.Language, vector.ModelId)))
            {
                delete.Set("$facet", vector.FacetId).Set("$language", vector.Language).Set("$model", vector.ModelId)
                    .ExecuteNonQuery();
            }

            insert.Set("$facet", vector.FacetId).Set("$language", vector.Language).Set("$model", vector.ModelId)
                .Set("$window", vector.Window).Set("$hash", vector.ContentHash).Set("$embedding", ToBytes(vector.Values))
                .ExecuteNonQuery();
        }

        return vectors.Count;
    }

    private static byte[] ToBytes(float[] values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return bytes;
    }

    private static float[] ToValues(byte[] bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return values;
    }
}
