using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Testing;

/// <summary>Short ways to say what a test is about.</summary>
public static class Given
{
    /// <summary>A profile of the source <c>test</c> with derived ids; each is its own legal entity unless one is given.</summary>
    public static Profile Profile(
        string id, IReadOnlyList<Need>? needs = null, IReadOnlyList<Offer>? offers = null,
        ProfileKind kind = ProfileKind.Lab, string? entity = null)
    {
        var profileId = Core.Profiles.Profile.DeriveId("flemingsberg", "test", id);
        return new Profile
        {
            Id = profileId,
            Region = "flemingsberg",
            Source = "test",
            SourceId = id,
            Kind = kind,
            Name = id,
            Claim = Claim.Fictional,
            LegalEntity = new LegalEntity(entity ?? id, entity ?? id, null, false, "SE", null),
            Needs = [.. (needs ?? []).Select(need => need with { Id = Core.Facets.Need.DeriveId(profileId, need.Key) })],
            Offers = [.. (offers ?? []).Select(offer => offer with { Id = Core.Facets.Offer.DeriveId(profileId, offer.Key) })],
        };
    }

    /// <summary>A need in English; its profile gives it an id.</summary>
    public static Need Need(string text, HardRequirements? hard = null, string key = "need") =>
        new() { Id = "", Key = key, Text = new LocalizedText(null, text), Hard = hard ?? HardRequirements.None };

    /// <summary>An offer in English; its profile gives it an id.</summary>
    public static Offer Offer(string text, string key = "offer") => new() { Id = "", Key = key, Text = new LocalizedText(null, text) };

    /// <summary>A window of capacity between two days in Stockholm, the second not included.</summary>
    public static CapacityWindow Window(
        DateOnly from, DateOnly to, double? amount, CapacityUnit? unit = CapacityUnit.Hours, string? recurrence = null) => new(
        StockholmTime.Days(from, to), amount is null ? CapacityKind.Some : CapacityKind.Number, amount, unit, recurrence);
}
