using ClusterEngine.Core;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Host.Commands;

/// <summary>Finds the profile that somebody wrote down: its id, or source and id there.</summary>
internal static class ProfileReference
{
    /// <summary>The profile.</summary>
    /// <param name="session">The command's run.</param>
    /// <param name="written"><c>p_…</c> or <c>SOURCE/ID</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static async Task<Profile> FindAsync(CommandSession session, string written, CancellationToken cancellationToken)
    {
        var store = session.Get<IProfileStore>();
        var profile = await store.FindAsync(IdOf(session, written), cancellationToken);
        return profile ?? throw new UsageException(
            $"There is no profile {written}. Write its id, or its source and its id there (SOURCE/ID); "
            + "clusterengine profiles list --text WORD finds it.");
    }

    private static string IdOf(CommandSession session, string written)
    {
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? written
            : Profile.DeriveId(session.Get<IOptions<RegionOptions>>().Value.Id, written[..slash], written[(slash + 1)..]);
    }
}
