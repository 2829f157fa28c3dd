using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Facets;

/// <summary>Something that a profile has and others may use.</summary>
public sealed record Offer
{
    /// <summary>Derived from the profile, the word <c>offer</c> and the key.</summary>
    public required string Id { get; init; }

    /// <summary>Its name within the profile.</summary>
    public required string Key { get; init; }

    /// <summary>What is offered, as its owner wrote it.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What kind of thing; null: not stated.</summary>
    public Category? Category { get; init; }

    /// <summary>Who may read it. The default is <see cref="Visibility.Public"/>.</summary>
    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Where it is; null: at the profile's own place.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>The highest biosafety level it may work at, 1 to 4; null: not stated.</summary>
    public int? BslMax { get; init; }

    /// <summary>Certifications that it has; empty: not stated.</summary>
    public IReadOnlyList<string> Certifications { get; init; } = [];

    /// <summary>Languages that its people work in; empty: not stated.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The first day it can be had; null: not stated, open.</summary>
    public DateOnly? AvailableFrom { get; init; }

    /// <summary>The last day it can be had, included; null: not stated, open.</summary>
    public DateOnly? AvailableTo { get; init; }

    /// <summary>When and how much of it is free; empty: not stated.</summary>
    public IReadOnlyList<CapacityWindow> Capacity { get; init; } = [];

    /// <summary>The identifier of an offer.</summary>
    public static string DeriveId(string profileId, string key) => DerivedId.Create("o", profileId, "offer", key);
}

/// <summary>A stretch of time in which some of an offer is free.</summary>
/// <param name="Interval">When; half-open, UTC. Of a recurring window the first occurrence.</param>
/// <param name="Kind">Whether an amount is stated.</param>
/// <param name="Amount">How much in <paramref name="Unit"/>s, per occurrence; null unless <paramref name="Kind"/> is a number.</param>
/// <param name="Unit">What the amount counts; null: not stated.</param>
/// <param name="Recurrence">An RFC 5545 RRULE; null: once.</param>
public sealed record CapacityWindow(
    InstantInterval Interval, CapacityKind Kind, double? Amount, CapacityUnit? Unit, string? Recurrence);
