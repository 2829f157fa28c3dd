using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Storage;

/// <summary>Keeps profiles with their facets. Everything is within the store's region.</summary>
public interface IProfileStore
{
    /// <summary>Writes a batch in one transaction: all of it or nothing, and when it returns it is on disk.
    /// A profile whose content (contact included) is what is stored already is left alone. A deleted one comes back.</summary>
    ValueTask<ProfileWriteResult> PutAsync(IReadOnlyList<ProfileSubmission> batch, CancellationToken cancellationToken);

    /// <summary>All profiles, ordered by id (ordinal), deleted ones left out. A consistent snapshot.</summary>
    IAsyncEnumerable<Profile> ListAsync(CancellationToken cancellationToken);

    /// <summary>One profile; null when there is none, or it was deleted.</summary>
    ValueTask<Profile?> FindAsync(string profileId, CancellationToken cancellationToken);

    /// <summary>The private contact of a profile; null when none is known.</summary>
    ValueTask<Contact?> FindContactAsync(string profileId, CancellationToken cancellationToken);

    /// <summary>Leaves a tombstone: the profile is in no list any more; its vectors and contact are removed.</summary>
    /// <returns>False when there was none.</returns>
    ValueTask<bool> DeleteAsync(string profileId, CancellationToken cancellationToken);
}

/// <summary>What a batch of writes did.</summary>
/// <param name="Added">Profiles that were not there.</param>
/// <param name="Changed">Profiles whose content changed.</param>
/// <param name="Unchanged">Profiles that were there just so.</param>
public readonly record struct ProfileWriteResult(int Added, int Changed, int Unchanged)
{
    /// <summary>The two together.</summary>
    public static ProfileWriteResult operator +(ProfileWriteResult left, ProfileWriteResult right) => Add(left, right);

    /// <summary>The two together.</summary>
    public static ProfileWriteResult Add(ProfileWriteResult left, ProfileWriteResult right) => new(
        left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged);
}
