using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>Finds the need and the offer that somebody wrote down: a match, or both by id or by
/// SOURCE/PROFILE/KEY.</summary>
internal static class PairReference
{
    /// <summary>The ids of need and offer.</summary>
    /// <exception cref="UsageException">There are none such.</exception>
    public static async Task<(string NeedId, string OfferId)> FindAsync(
        CommandSession session, string[] written, CancellationToken cancellationToken)
    {
        if (written is [var match])
        {
            var found = await ReportFinder.FindMatchAsync(session.Get<IReportStore>(), match, cancellationToken);
            return (found.Need.FacetId, found.Offer.FacetId);
        }

        return (
            await FacetAsync(session, written[0], "need", p => p.Needs.Select(n => (n.Id, n.Key)), cancellationToken),
            await FacetAsync(session, written[1], "offer", p => p.Offers.Select(o => (o.Id, o.Key)), cancellationToken));
    }

    private static async Task<string> FacetAsync(
        CommandSession session, string written, string side, Func<Profile, IEnumerable<(string Id, string Key)>> facets,
        CancellationToken cancellationToken)
    {
        var slash = written.LastIndexOf('/');
        if (slash > 0)
        {
            var profile = await ProfileReference.FindAsync(session, written[..slash], cancellationToken);
            var known = facets(profile).ToList();
            return known.FirstOrDefault(f => string.Equals(f.Key, written[(slash + 1)..], StringComparison.Ordinal)).Id
                ?? throw new UsageException(
                    $"{written[..slash]} has no {side} {written[(slash + 1)..]}. It has {string.Join(", ", known.Select(f => f.Key))}.");
        }

        await foreach (var profile in session.Get<IProfileStore>().ListAsync(cancellationToken))
        {
            if (facets(profile).Any(f => string.Equals(f.Id, written, StringComparison.Ordinal)))
            {
                return written;
            }
        }

        throw new UsageException($"There is no {side} {written}. Write its id, or SOURCE/PROFILE/KEY; clusterengine "
            + "profiles show lists the keys.");
    }
}
