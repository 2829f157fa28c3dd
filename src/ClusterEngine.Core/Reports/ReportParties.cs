using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Reports;

/// <summary>Shows a facet with its owner. Contacts and personal numbers are not in it.</summary>
internal static class ReportParties
{
    public static ReportParty Of(NeedEntry entry) => Of(entry.Profile, entry.Need.Id, entry.Need.Key, entry.Need.Text, entry.Need.Category);

    public static ReportParty Of(OfferEntry entry) =>
        Of(entry.Profile, entry.Offer.Id, entry.Offer.Key, entry.Offer.Text, entry.Offer.Category);

    private static ReportParty Of(Profile profile, string facetId, string key, LocalizedText text, Category? category) => new()
    {
        ProfileId = profile.Id,
        Reference = $"{profile.Source}/{profile.SourceId}",
        Name = profile.Name,
        Kind = profile.Kind,
        Startup = profile.Startup,
        Claim = profile.Claim,
        LegalEntity = profile.LegalEntity?.Name,
        Municipality = profile.Municipality,
        FacetId = facetId,
        Key = key,
        Text = text,
        Category = category,
    };
}
