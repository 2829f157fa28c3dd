using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Facets;

/// <summary>The needs and offers of the profiles that take part, in an order that depends on their ids alone.</summary>
internal sealed class Corpus
{
    private Corpus(IReadOnlyList<Profile> profiles)
    {
        Profiles = profiles;
        Needs = [.. profiles
            .SelectMany(profile => profile.Needs, (profile, need) => (profile, need))
            .OrderBy(pair => pair.need.Id, StringComparer.Ordinal)
            .Select((pair, index) => new NeedEntry(index, pair.need, pair.profile))];
        Offers = [.. profiles
            .SelectMany(profile => profile.Offers, (profile, offer) => (profile, offer))
            .OrderBy(pair => pair.offer.Id, StringComparer.Ordinal)
            .Select((pair, index) => new OfferEntry(index, pair.offer, pair.profile))];
    }

    /// <summary>Profiles that are not paused, by id.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>Their needs, by id; an entry's index is its place.</summary>
    public IReadOnlyList<NeedEntry> Needs { get; }

    /// <summary>Their offers, by id; an entry's index is its place.</summary>
    public IReadOnlyList<OfferEntry> Offers { get; }

    public static Corpus Of(IEnumerable<Profile> profiles) =>
        new([.. profiles.Where(profile => !profile.Paused).OrderBy(profile => profile.Id, StringComparer.Ordinal)]);
}

/// <summary>A need with its owner.</summary>
internal sealed record NeedEntry(int Index, Need Need, Profile Profile)
{
    /// <summary>Where it is wanted; null: not known.</summary>
    public GeoPoint? Place => Need.Place ?? Profile.Place;
}

/// <summary>An offer with its owner.</summary>
internal sealed record OfferEntry(int Index, Offer Offer, Profile Profile)
{
    /// <summary>Where it is; null: not known.</summary>
    public GeoPoint? Place => Offer.Place ?? Profile.Place;

    /// <summary>Kilometres to a need; null: not known.</summary>
    public double? KilometresTo(NeedEntry need) =>
        Place is { } here && need.Place is { } there ? here.KilometresTo(there) : null;
}
