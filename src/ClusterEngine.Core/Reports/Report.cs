using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Reports;

/// <summary>The frozen result of a run for one ISO week, as a coordinator may read it.</summary>
public sealed record Report
{
    /// <summary>The version of this shape in <c>report.json</c>: raised when a reader of an older one would misread it.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>The week.</summary>
    public required IsoWeek Week { get; init; }

    /// <summary>The run that wrote it.</summary>
    public required string RunId { get; init; }

    /// <summary>What the run was made of.</summary>
    public required RunStamp Stamp { get; init; }

    /// <summary>What it found.</summary>
    public required RunCounts Counts { get; init; }

    /// <summary>Steps that failed, in words; empty: the report is complete.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>How many of the profiles are claimed, unclaimed and fictional.</summary>
    public required ClaimCounts Claims { get; init; }

    /// <summary>This week's matches, best first.</summary>
    public IReadOnlyList<ReportMatch> Matches { get; init; } = [];

    /// <summary>Needs that nobody can meet, by category and text.</summary>
    public IReadOnlyList<ReportGap> Gaps { get; init; } = [];

    /// <summary>Needs that have partners and were not chosen this week.</summary>
    public IReadOnlyList<ReportWaiting> Waiting { get; init; } = [];

    /// <summary>Free capacity by week, for offers that state any.</summary>
    public IReadOnlyList<ReportCapacity> Capacity { get; init; } = [];

    /// <summary>What is other than in the last earlier week that has a report; null: there is none.</summary>
    public ReportChanges? Changes { get; init; }

    /// <summary>How far matches have come, over all weeks.</summary>
    public required Funnel Funnel { get; init; }

    /// <summary>How often each profile is in this week's slate, most first; those that are not are left out.</summary>
    public IReadOnlyList<ProfileExposure> Exposure { get; init; } = [];
}

/// <summary>How many profiles take part in which way.</summary>
public sealed record ClaimCounts(int Claimed, int Unclaimed, int Fictional);

/// <summary>A facet with its owner, as shown in a report.</summary>
public sealed record ReportParty
{
    /// <summary>The profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The profile's source and its id there: what <c>verdict</c> and <c>profiles show</c> take.</summary>
    public required string Reference { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required ProfileKind Kind { get; init; }

    /// <summary>Whether a company calls itself a startup.</summary>
    public bool Startup { get; init; }

    /// <summary>Whether the organisation takes part.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The legal entity's name; null: not known.</summary>
    public string? LegalEntity { get; init; }

    /// <summary>The municipality; null: not stated.</summary>
    public string? Municipality { get; init; }

    /// <summary>The need or offer.</summary>
    public required string FacetId { get; init; }

    /// <summary>The facet's key in the profile.</summary>
    public required string Key { get; init; }

    /// <summary>Its text.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Its category; null: not stated.</summary>
    public Category? Category { get; init; }
}

/// <summary>A proposed match.</summary>
public sealed record ReportMatch
{
    /// <summary>Derived from run, need and offer.</summary>
    public required string Id { get; init; }

    /// <summary>Proposed now, or carried over from an earlier week.</summary>
    public required MatchOrigin Origin { get; init; }

    /// <summary>Who needs.</summary>
    public required ReportParty Need { get; init; }

    /// <summary>Who offers.</summary>
    public required ReportParty Offer { get; init; }

    /// <summary>R: how likely both accept, 0 to 1. Shown as the score.</summary>
    public required double Score { get; init; }

    /// <summary>f: how well the offer fits the need, 0 to 1.</summary>
    public required double Fit { get; init; }

    /// <summary>The languages of the best-fitting versions, such as <c>sv→en</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The side that needs.</summary>
    public required SideExplanation NeedSide { get; init; }

    /// <summary>The side that offers.</summary>
    public required SideExplanation OfferSide { get; init; }

    /// <summary>The need's text with the words that met marked.</summary>
    public required CitedText NeedCitation { get; init; }

    /// <summary>The offer's text with the words that met marked.</summary>
    public required CitedText OfferCitation { get; init; }

    /// <summary>Pairs of words that met, strongest first: the need's, the offer's.</summary>
    public IReadOnlyList<WordPair> Words { get; init; } = [];

    /// <summary>Why in one line, in both languages.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Hard requirements of the need, each met or open.</summary>
    public IReadOnlyList<RequirementCheck> Requirements { get; init; } = [];

    /// <summary>Kilometres between the two; null: not known.</summary>
    public double? Kilometres { get; init; }

    /// <summary>Other offers that fit the need but leave a biosafety level or certification unstated, best fit first.</summary>
    public IReadOnlyList<NearOffer> AskFirst { get; init; } = [];
}

/// <summary>Words that met across the two texts.</summary>
/// <param name="Need">As written in the need.</param>
/// <param name="Offer">As written in the offer.</param>
/// <param name="Similarity">Their cosine, −1 to 1.</param>
public sealed record WordPair(string Need, string Offer, double Similarity);

/// <summary>Whether a match is new in the slate.</summary>
public enum MatchOrigin
{
    /// <summary>Proposed for the first time.</summary>
    New,

    /// <summary>Proposed before and postponed or not decided.</summary>
    CarriedOver,
}

/// <summary>A need that nobody can meet.</summary>
/// <param name="Need">The need.</param>
/// <param name="Reason">Why.</param>
/// <param name="Nearest">The nearest offers, best fit first, at most three.</param>
public sealed record ReportGap(ReportParty Need, GapReason Reason, IReadOnlyList<NearOffer> Nearest);

/// <summary>An offer near a need, and what keeps it from being a partner.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Fit">f, 0 to 1.</param>
/// <param name="Checks">The need's requirements as this offer meets them; a null-fit offer may meet all.</param>
/// <param name="Question">The question to put to its owner when it only leaves something unstated ("ask first"); null otherwise.</param>
public sealed record NearOffer(
    ReportParty Offer, double Fit, IReadOnlyList<RequirementCheck> Checks, LocalizedText? Question);

/// <summary>How an offer stands to one requirement of a need.</summary>
/// <param name="Requirement">Which one.</param>
/// <param name="Outcome">Met, not met or not stated.</param>
/// <param name="Required">What is asked for, in machine form, such as <c>GMP</c>, <c>3</c> or <c>2027-01-11/2027-03-01</c>; null: nothing in particular.</param>
/// <param name="Stated">What the offer states, in the same form; null: nothing.</param>
public sealed record RequirementCheck(GapReason Requirement, CheckOutcome Outcome, string? Required, string? Stated);

/// <summary>How a requirement stands.</summary>
public enum CheckOutcome
{
    /// <summary>It holds.</summary>
    Met,

    /// <summary>It does not.</summary>
    NotMet,

    /// <summary>The offer does not say.</summary>
    NotStated,
}

/// <summary>Why nobody can meet a need. In order: the first that the best-fitting offer fails is the need's reason.</summary>
public enum GapReason
{
    /// <summary>No offer fits.</summary>
    NoneExists,

    /// <summary>A certification is lacking.</summary>
    Certification,

    /// <summary>The biosafety level is too low.</summary>
    Bsl,

    /// <summary>Not free on the days.</summary>
    Dates,

    /// <summary>Too far away.</summary>
    Distance,

    /// <summary>No common language.</summary>
    Language,

    /// <summary>A biosafety level or certification is not stated: ask first.</summary>
    NotStated,

    /// <summary>No capacity left.</summary>
    Full,

    /// <summary>The same legal entity, or excluded.</summary>
    Conflict,
}

/// <summary>A need that has partners and was not chosen this week.</summary>
/// <param name="Need">The need.</param>
/// <param name="Partners">How many eligible offers fit.</param>
/// <param name="Best">The best of them.</param>
/// <param name="Fit">Its f.</param>
/// <param name="Reason">What kept it out.</param>
/// <param name="AskFirst">Offers that fit too but leave a biosafety level or certification unstated, best fit first.</param>
public sealed record ReportWaiting(
    ReportParty Need, int Partners, ReportParty Best, double Fit, WaitingReason Reason, IReadOnlyList<NearOffer> AskFirst);

/// <summary>What keeps a need with partners out of the slate.</summary>
public enum WaitingReason
{
    /// <summary>Its score is below the least.</summary>
    LowScore,

    /// <summary>Its profile has its share of matches this week.</summary>
    NeedCap,

    /// <summary>The offer's profile has its share.</summary>
    OfferCap,

    /// <summary>The offer's capacity is taken by other matches.</summary>
    Capacity,

    /// <summary>The coordinators' hours are used up.</summary>
    Budget,

    /// <summary>The two profiles have another match this week.</summary>
    SamePair,

    /// <summary>A verdict stands against it.</summary>
    Verdict,

    /// <summary>It was approved, or the two are in contact: nothing more to propose.</summary>
    InProgress,
}

/// <summary>Free capacity of an offer, week by week.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Weeks">The next weeks, from the report's own; one for each, also when nothing is free.</param>
public sealed record ReportCapacity(ReportParty Offer, IReadOnlyList<WeekCapacity> Weeks);

/// <summary>What is free in a week.</summary>
/// <param name="Week">The week.</param>
/// <param name="Kind">Null: nothing is free.</param>
/// <param name="Amount">How much, when a number is stated.</param>
/// <param name="Unit">What it counts; null: not stated.</param>
public sealed record WeekCapacity(IsoWeek Week, CapacityKind? Kind, double? Amount, CapacityUnit? Unit);

/// <summary>What is other than in an earlier week's report.</summary>
/// <param name="Since">That week.</param>
/// <param name="NewMatches">Matches whose pair was not in it.</param>
/// <param name="GoneMatches">Pairs that were in it and are not in this one.</param>
/// <param name="NewGaps">Needs that nobody can meet now and that were no gap then.</param>
/// <param name="ClosedGaps">Needs that were a gap then and are none now.</param>
public sealed record ReportChanges(IsoWeek Since, int NewMatches, int GoneMatches, int NewGaps, int ClosedGaps);

/// <summary>How far matches have come: each count includes the later ones.</summary>
public sealed record Funnel(int Proposed, int Approved, int Introduced, int Met, int Outcome);

/// <summary>How often a profile is in the slate.</summary>
public sealed record ProfileExposure(string ProfileId, string Name, int Matches);
