using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Profiles;

/// <summary>One unit of a legal entity: a company, lab, research group, clinic or network, with what it needs and offers.</summary>
public sealed record Profile
{
    /// <summary>Derived from region, source and source id.</summary>
    public required string Id { get; init; }

    /// <summary>The cluster that it belongs to.</summary>
    public required string Region { get; init; }

    /// <summary>Where it came from: the name given to the imported file.</summary>
    public required string Source { get; init; }

    /// <summary>Its id in that source.</summary>
    public required string SourceId { get; init; }

    /// <summary>What kind of unit it is.</summary>
    public required ProfileKind Kind { get; init; }

    /// <summary>Whether a company calls itself a startup.</summary>
    public bool Startup { get; init; }

    /// <summary>Its name, as it is written.</summary>
    public required string Name { get; init; }

    /// <summary>The legal entity that it is a unit of; null: not known, and then nothing is inferred.</summary>
    public LegalEntity? LegalEntity { get; init; }

    /// <summary>The source id of the unit above it, in the same source; null: none stated.</summary>
    public string? ParentId { get; init; }

    /// <summary>The ROR id, nine characters such as <c>056d84691</c>; null: none stated.</summary>
    public string? Ror { get; init; }

    /// <summary>The ORCID iD, such as <c>0000-0002-1825-0097</c>; null: none stated.</summary>
    public string? Orcid { get; init; }

    /// <summary>The municipality; null: not stated.</summary>
    public string? Municipality { get; init; }

    /// <summary>Where it is; null: not stated, and then distance is not known.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>What it is and does.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>Whether the organisation takes part itself.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The public pages that it was made from.</summary>
    public IReadOnlyList<ProfileSource> Sources { get; init; } = [];

    /// <summary>Whether it asks to be left out of matching for now.</summary>
    public bool Paused { get; init; }

    /// <summary>What it wants.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>What it has.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>The identifier of a profile.</summary>
    public static string DeriveId(string region, string source, string sourceId) =>
        DerivedId.Create("p", region, source, sourceId);
}
