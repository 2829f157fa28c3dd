using System.Runtime.CompilerServices;
using System.Text.Json;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Testing;

/// <summary>Profiles in memory, for tests. Thread-safe.</summary>
public sealed class InMemoryProfileStore : IProfileStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ProfileSubmission> _profiles = new(StringComparer.Ordinal);

    private readonly List<int> _batches = [];

    /// <summary>The sizes of the batches that were put, in order.</summary>
    public IReadOnlyList<int> Batches
    {
        get
        {
            lock (_gate)
            {
                return [.. _batches];
            }
        }
    }

    public ValueTask<ProfileWriteResult> PutAsync(
        IReadOnlyList<ProfileSubmission> batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _batches.Add(batch.Count);
            var (added, changed, unchanged) = (0, 0, 0);
            foreach (var submission in batch)
            {
                if (!_profiles.TryGetValue(submission.Profile.Id, out var stored))
                {
                    added++;
                }
                else if (string.Equals(Content(stored), Content(submission), StringComparison.Ordinal))
                {
                    unchanged++;
                    continue;
                }
                else
                {
                    changed++;
                }

                _profiles[submission.Profile.Id] = submission;
            }

            return ValueTask.FromResult(new ProfileWriteResult(added, changed, unchanged));
        }
    }

    public async IAsyncEnumerable<Profile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Profile[] snapshot;
        lock (_gate)
        {
            snapshot = [.. _profiles.Values.Select(submission => submission.Profile)];
        }

        await Task.CompletedTask;
        foreach (var profile in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return profile;
        }
    }

    public ValueTask<Profile?> FindAsync(string profileId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_profiles.GetValueOrDefault(profileId)?.Profile);
        }
    }

    public ValueTask<Contact?> FindContactAsync(string profileId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_profiles.GetValueOrDefault(profileId)?.Contact);
        }
    }

    public ValueTask<bool> DeleteAsync(string profileId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_profiles.Remove(profileId));
        }
    }

    // Records compare their lists by reference; as JSON they compare by what they hold.
    private static string Content(ProfileSubmission submission) => JsonSerializer.Serialize(submission);
}
