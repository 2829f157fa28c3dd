using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Facets;

/// <summary>Something that a profile wants.</summary>
public sealed record Need
{
    /// <summary>Derived from the profile, the word <c>need</c> and the key.</summary>
    public required string Id { get; init; }

    /// <summary>Its name within the profile.</summary>
    public required string Key { get; init; }

    /// <summary>What is wanted, as the asker wrote it.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What kind of thing; null: not stated.</summary>
    public Category? Category { get; init; }

    /// <summary>Who may read it. The default is <see cref="Visibility.Coordinator"/>.</summary>
    public Visibility Visibility { get; init; } = Visibility.Coordinator;

    /// <summary>Where it is wanted; null: at the profile's own place.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>How much it matters to the asker, 1 to 5. The default is 3.</summary>
    public int Priority { get; init; } = 3;

    /// <summary>What an offer must meet before similarity counts.</summary>
    public HardRequirements Hard { get; init; } = HardRequirements.None;

    /// <summary>What kind of relation is sought; null: not stated.</summary>
    public Relation? Relation { get; init; }

    /// <summary>The identifier of a need.</summary>
    public static string DeriveId(string profileId, string key) => DerivedId.Create("n", profileId, "need", key);
}

/// <summary>Requirements that are never traded for similarity.</summary>
public sealed record HardRequirements
{
    /// <summary>No requirement at all.</summary>
    public static HardRequirements None { get; } = new();

    /// <summary>The least biosafety level, 1 to 4; null: none.</summary>
    public int? BslMin { get; init; }

    /// <summary>Certifications that the offer must have, every one.</summary>
    public IReadOnlyList<string> CertificationsAll { get; init; } = [];

    /// <summary>The first day, in Stockholm; null: open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, included; null: open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The greatest distance in kilometres; null: any.</summary>
    public double? MaxKilometres { get; init; }

    /// <summary>Languages (two letters) of which the offer must have one; empty: any.</summary>
    public IReadOnlyList<string> LanguagesAny { get; init; } = [];

    /// <summary>Ids of legal entities or profiles (as the source names them) that must not be proposed.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
