namespace ClusterEngine.Core.Verdicts;

/// <summary>What someone said of a need and an offer. It attaches to the pair and so outlives the run that proposed it.</summary>
public sealed record Verdict
{
    /// <summary>Derived from everything but the note, so that the same line twice counts once.</summary>
    public required string Id { get; init; }

    /// <summary>The need.</summary>
    public required string NeedId { get; init; }

    /// <summary>The offer.</summary>
    public required string OfferId { get; init; }

    /// <summary>Whose word it is.</summary>
    public required VerdictBy By { get; init; }

    /// <summary>What was said.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>Why; always present with a rejection or a decline, otherwise null.</summary>
    public RejectionReason? Reason { get; init; }

    /// <summary>When it was said, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The offers that were seen with it; empty: not known.</summary>
    public IReadOnlyList<string> ExaminedOfferIds { get; init; } = [];

    /// <summary>A note for people, never used in learning; null: none.</summary>
    public string? Note { get; init; }

    /// <summary>The identifier of a verdict.</summary>
    public static string DeriveId(
        string needId, string offerId, VerdictBy by, VerdictKind kind, RejectionReason? reason, DateTimeOffset at) =>
        DerivedId.Create("v", needId, offerId, by.ToString(), kind.ToString(), reason?.ToString() ?? "",
            at.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Whose word a verdict is.</summary>
public enum VerdictBy
{
    /// <summary>A coordinator's.</summary>
    Coordinator,

    /// <summary>The side that has the need.</summary>
    NeedSide,

    /// <summary>The side that has the offer.</summary>
    OfferSide,
}

/// <summary>What was said. The first three are a coordinator's, the others a side's.</summary>
public enum VerdictKind
{
    /// <summary>Introduce them.</summary>
    Approve,

    /// <summary>Do not, for a reason.</summary>
    Reject,

    /// <summary>Not this week.</summary>
    Later,

    /// <summary>The side wants to meet.</summary>
    Accept,

    /// <summary>The side does not, for a reason.</summary>
    Decline,

    /// <summary>They met.</summary>
    Met,

    /// <summary>Something came of it.</summary>
    Outcome,
}

/// <summary>Why a match was turned down.</summary>
public enum RejectionReason
{
    /// <summary>Too early for one side.</summary>
    TooEarly,

    /// <summary>Too late.</summary>
    TooLate,

    /// <summary>They know each other: relevant, and never proposed again.</summary>
    AlreadyInContact,

    /// <summary>The technique is another.</summary>
    WrongTechnique,

    /// <summary>Too large or too small.</summary>
    WrongSize,

    /// <summary>No room for it now.</summary>
    NoCapacity,

    /// <summary>A conflict of interest.</summary>
    Conflict,

    /// <summary>The profile does not say enough.</summary>
    UnclearProfile,

    /// <summary>What either would gain is not clear.</summary>
    BenefitUnclear,

    /// <summary>How to go about it is not clear.</summary>
    RouteUnclear,

    /// <summary>Something else.</summary>
    Other,
}
