using System.Globalization;
using System.Text.Json;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Storage.Tests;

/// <summary>Profiles to store.</summary>
internal static class Samples
{
    /// <summary>A profile that states everything that can be stated, in awkward values.</summary>
    public static Profile Full(string sourceId = "lab-1", string region = "flemingsberg")
    {
        var id = Profile.DeriveId(region, "prov", sourceId);
        return new Profile
        {
            Id = id,
            Region = region,
            Source = "prov",
            SourceId = sourceId,
            Kind = ProfileKind.ResearchGroup,
            Startup = true,
            Name = "Åkes \"ärliga\" öl-labb & <söner> 🧪 \u202Eשלום",
            LegalEntity = new LegalEntity("ki", "Karolinska Institutet", "202100-2973", false, "SE", true),
            ParentId = "ki-labmed",
            Ror = "056d84691",
            Orcid = "0000-0002-1825-0097",
            Municipality = "Huddinge",
            Place = new GeoPoint(59.219999999999999, 17.94),
            Description = new LocalizedText("Vi renar RNA.\r\nOch 'mer';\tdärtill -- ", "We purify RNA"),
            Claim = Claim.Fictional,
            Sources =
            [
                new ProfileSource("https://example.org/å?a=1&b=2", new DateOnly(2026, 11, 23)),
                new ProfileSource("https://example.org/2", null),
            ],
            Paused = true,
            Needs = [FullNeed(id), new Need { Id = Need.DeriveId(id, "b"), Key = "b", Text = new("bara svenska", null) }],
            Offers = [FullOffer(id), Offer(id, "z", null), Offer(id, "a", "second of the list, first by key")],
        };
    }

    /// <summary>A profile that states as little as may be.</summary>
    public static Profile Bare(string sourceId, string region = "flemingsberg") => new()
    {
        Id = Profile.DeriveId(region, "prov", sourceId),
        Region = region,
        Source = "prov",
        SourceId = sourceId,
        Kind = ProfileKind.Lab,
        Name = sourceId,
        Claim = Claim.Claimed,
    };

    public static Offer Offer(string profileId, string key, string? english) => new()
    {
        Id = Core.Facets.Offer.DeriveId(profileId, key),
        Key = key,
        Text = new LocalizedText("erbjudande " + key, english),
    };

    public static ProfileSubmission Submit(this Profile profile, Contact? contact = null) => new(profile, contact);

    /// <summary>Records compare their lists by reference; as JSON they compare by what they hold.</summary>
    public static string Content<T>(this T value) => JsonSerializer.Serialize(value);

    private static Need FullNeed(string profileId) => new()
    {
        Id = Need.DeriveId(profileId, "n"),
        Key = "n",
        Text = new LocalizedText("GMP-fyllning i Q1", "GMP fill-and-finish in Q1"),
        Category = Category.ClinicalAccess,
        Visibility = Visibility.Matched,
        Place = new GeoPoint(-0.1, 179.99999999999997),
        Priority = 5,
        Hard = new HardRequirements
        {
            BslMin = 3,
            CertificationsAll = ["GMP", "ISO 13485"],
            From = new DateOnly(2027, 1, 1),
            To = DateOnly.MaxValue,
            MaxKilometres = 0.1 + 0.2,
            LanguagesAny = ["sv", "en"],
            Exclude = ["ki", "lab-2"],
        },
        Relation = Relation.JointApplication,
    };

    private static Offer FullOffer(string profileId) => new()
    {
        Id = Core.Facets.Offer.DeriveId(profileId, "o"),
        Key = "o",
        Text = new LocalizedText(null, "BSL-2 lab"),
        Category = Category.Space,
        Visibility = Visibility.Coordinator,
        Place = new GeoPoint(59.3, 18),
        BslMax = 2,
        Certifications = ["GLP"],
        Languages = ["sv"],
        AvailableFrom = DateOnly.MinValue,
        AvailableTo = new DateOnly(2026, 12, 31),
        Capacity =
        [
            new CapacityWindow(
                new InstantInterval(Instant("2026-11-30T08:00:00+01:00"), Instant("2026-12-24T12:00:00.1234567Z")),
                CapacityKind.Number, 7.5, CapacityUnit.Hours, "FREQ=WEEKLY;BYDAY=MO"),
            new CapacityWindow(InstantInterval.Always, CapacityKind.Ask, null, null, null),
        ],
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
