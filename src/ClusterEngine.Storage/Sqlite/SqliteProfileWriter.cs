using System.Text.Json;
using ClusterEngine.Core;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>Writes profiles, one after the other, in one session.</summary>
internal sealed class SqliteProfileWriter(SqliteSession session)
{
    private static readonly ProfileWriteResult Added = new(1, 0, 0);
    private static readonly ProfileWriteResult Changed = new(0, 1, 0);
    private static readonly ProfileWriteResult Unchanged = new(0, 0, 1);

    private readonly SqliteCommand _hash = session.Command(
        "SELECT content_hash FROM profile WHERE region = $region AND id = $id");

    private readonly SqliteCommand _profile = session.Command(
        """
        INSERT INTO profile (region, id, source, source_id, content_hash, document)
        VALUES ($region, $id, $source, $source_id, $hash, $document)
        ON CONFLICT (region, id) DO UPDATE SET
            content_hash = excluded.content_hash, document = excluded.document, deleted_at = NULL
        """);

    private readonly SqliteCommand _contact = session.Command(
        "INSERT INTO profile_contact (region, profile_id, function, email) VALUES ($region, $id, $function, $email)");

    private readonly SqliteCommand _facet = session.Command(
        """
        INSERT INTO facet (region, id, profile_id, side, position, key, category, visibility, document)
        VALUES ($region, $id, $profile, $side, $position, $key, $category, $visibility, $document)
        """);

    private readonly SqliteCommand _vectors = session.Command(
        """
        SELECT DISTINCT facet_id, language FROM vector
        WHERE region = $region AND facet_id IN (SELECT id FROM facet WHERE region = $region AND profile_id = $id)
        """);

    private readonly SqliteCommand _dropVectors = session.Command(
        "DELETE FROM vector WHERE region = $region AND facet_id = $facet AND language = $language");

    private readonly SqliteCommand _dropFacets = session.Command(
        "DELETE FROM facet WHERE region = $region AND profile_id = $id");

    private readonly SqliteCommand _dropContact = session.Command(
        "DELETE FROM profile_contact WHERE region = $region AND profile_id = $id");

    private readonly SqliteCommand _bury = session.Command(
        """
        UPDATE profile SET content_hash = NULL, document = NULL, deleted_at = $at
        WHERE region = $region AND id = $id AND deleted_at IS NULL
        """);

    public ProfileWriteResult Put(ProfileSubmission submission)
    {
        var (profile, contact) = submission;
        if (!string.Equals(profile.Region, session.Region, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Profile {profile.Id} is of another region than the store.", nameof(submission));
        }

        // Facets have rows of their own, and the profile's document leaves them out.
        var document = JsonSerializer.Serialize(profile with { Needs = [], Offers = [] }, StorageDocuments.Json.Profile);
        var facets = Facets(profile).ToList();
        var hash = DerivedId.Digest(
        [
            document,
            contact is null ? "" : JsonSerializer.Serialize(contact, StorageDocuments.Json.Contact),
            .. facets.SelectMany(facet => new[] { facet.Side, facet.Document }),
        ]);
        var stored = _hash.Set("$id", profile.Id).First(row => row.Text(0));
        if (string.Equals(stored, hash, StringComparison.Ordinal))
        {
            return Unchanged;
        }

        DropParts(profile.Id, kept: facets.SelectMany(facet => facet.Text.Versions()
            .Select(version => (facet.Id, version.Language))).ToHashSet());
        _profile.Set("$id", profile.Id).Set("$source", profile.Source).Set("$source_id", profile.SourceId)
            .Set("$hash", hash).Set("$document", document).ExecuteNonQuery();
        foreach (var facet in facets)
        {
            _facet.Set("$id", facet.Id).Set("$profile", profile.Id).Set("$side", facet.Side)
                .Set("$position", facet.Position).Set("$key", facet.Key)
                .Set("$category", facet.Category is { } category ? SqliteText.OfEnum(category) : null)
                .Set("$visibility", SqliteText.OfEnum(facet.Visibility)).Set("$document", facet.Document)
                .ExecuteNonQuery();
        }

        if (contact is not null)
        {
            _contact.Set("$id", profile.Id).Set("$function", contact.Function).Set("$email", contact.Email)
                .ExecuteNonQuery();
        }

        return stored is null ? Added : Changed;
    }

    public bool Delete(string profileId, DateTimeOffset at)
    {
        if (_bury.Set("$id", profileId).Set("$at", SqliteText.OfInstant(at)).ExecuteNonQuery() == 0)
        {
            return false;
        }

        DropParts(profileId, kept: []);
        return true;
    }

    /// <summary>Removes facets and contact, and the vectors of all language versions but those that are kept.</summary>
    private void DropParts(string profileId, HashSet<(string FacetId, string Language)> kept)
    {
        foreach (var (facet, language) in _vectors.Set("$id", profileId)
            .Query(row => (row.GetString(0), row.GetString(1))).Where(version => !kept.Contains(version)).ToList())
        {
            _dropVectors.Set("$facet", facet).Set("$language", language).ExecuteNonQuery();
        }

        _dropFacets.Set("$id", profileId).ExecuteNonQuery();
        _dropContact.Set("$id", profileId).ExecuteNonQuery();
    }

    private static IEnumerable<FacetRow> Facets(Profile profile) =>
    [
        .. profile.Needs.Select((need, position) => new FacetRow(
            need.Id, "need", position, need.Key, need.Text, need.Category, need.Visibility,
            JsonSerializer.Serialize(need, StorageDocuments.Json.Need))),
        .. profile.Offers.Select((offer, position) => new FacetRow(
            offer.Id, "offer", position, offer.Key, offer.Text, offer.Category, offer.Visibility,
            JsonSerializer.Serialize(offer, StorageDocuments.Json.Offer))),
    ];

    private sealed record FacetRow(
        string Id, string Side, int Position, string Key, LocalizedText Text, Category? Category,
        Visibility Visibility, string Document);
}
