using System.Text.Json;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Sqlite;

internal sealed class SqliteProfileStore(SqliteDatabase database) : IProfileStore
{
    private const string Facets =
        """
        SELECT profile_id, side, document FROM facet
        WHERE region = $region AND ($profile IS NULL OR profile_id = $profile)
        ORDER BY profile_id, side, position
        """;

    public ValueTask<ProfileWriteResult> PutAsync(
        IReadOnlyList<ProfileSubmission> batch, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            var writer = new SqliteProfileWriter(session);
            var written = default(ProfileWriteResult);
            foreach (var submission in batch)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                written += writer.Put(submission);
            }

            return written;
        },
        cancellationToken);

    public IAsyncEnumerable<Profile> ListAsync(CancellationToken cancellationToken) =>
        database.StreamAsync(session => Read(session, profileId: null), cancellationToken);

    public ValueTask<Profile?> FindAsync(string profileId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => Read(session, profileId).FirstOrDefault(), cancellationToken);

    public ValueTask<Contact?> FindContactAsync(string profileId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Command(
                "SELECT function, email FROM profile_contact WHERE region = $region AND profile_id = $profile",
                ("$profile", profileId)).First(row => new Contact(row.Text(0), row.Text(1))),
            cancellationToken);

    public ValueTask<bool> DeleteAsync(string profileId, CancellationToken cancellationToken) => database.WriteAsync(
        session => new SqliteProfileWriter(session).Delete(profileId, database.Clock.GetUtcNow()), cancellationToken);

    /// <summary>Walks profiles and facets side by side: both come ordered by profile.</summary>
    private static IEnumerable<Profile> Read(SqliteSession session, string? profileId)
    {
        using var facets = session.Command(Facets, ("$profile", profileId))
            .Query(row => (ProfileId: row.GetString(0), Side: row.GetString(1), Document: row.GetString(2)))
            .GetEnumerator();
        var more = facets.MoveNext();
        var profiles = session.Command(
            """
            SELECT id, document FROM profile
            WHERE region = $region AND ($profile IS NULL OR id = $profile) AND document IS NOT NULL
            ORDER BY id
            """,
            ("$profile", profileId)).Query(row => (Id: row.GetString(0), Document: row.GetString(1)));
        foreach (var (id, document) in profiles)
        {
            var (needs, offers) = (new List<Need>(), new List<Offer>());
            for (; more && string.Equals(facets.Current.ProfileId, id, StringComparison.Ordinal); more = facets.MoveNext())
            {
                if (facets.Current.Side is "need")
                {
                    needs.Add(JsonSerializer.Deserialize(facets.Current.Document, StorageDocuments.Json.Need)!);
                }
                else
                {
                    offers.Add(JsonSerializer.Deserialize(facets.Current.Document, StorageDocuments.Json.Offer)!);
                }
            }

            yield return JsonSerializer.Deserialize(document, StorageDocuments.Json.Profile)! with
            {
                Needs = needs,
                Offers = offers,
            };
        }
    }
}
