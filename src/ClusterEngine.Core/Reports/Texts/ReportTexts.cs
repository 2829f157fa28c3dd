using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Reports.Texts;

/// <summary>Every word that the report's pages and tables say, in one language. The compiler refuses a language that
/// lacks one; a test looks for what it cannot see.</summary>
internal sealed record ReportTexts
{
    /// <summary>The languages, Swedish first.</summary>
    public static IReadOnlyList<ReportTexts> All => [SwedishTexts.Texts, EnglishTexts.Texts];

    public required string Language { get; init; }
    public required AlphabetComparer Alphabet { get; init; }
    public LanguageFormat Format => field ??= new LanguageFormat(this);

    // Dates and units
    public required IReadOnlyList<string> Months { get; init; }
    public required string Week { get; init; }
    public required string WeekShort { get; init; }
    public required string At { get; init; }
    public required string SwedishTime { get; init; }
    public required string OpenFrom { get; init; }
    public required string OpenTo { get; init; }

    // The page
    public required string Product { get; init; }
    public required string Title { get; init; }
    public required string Skip { get; init; }
    public required string Contents { get; init; }
    public required string ToTop { get; init; }
    public required string IncompleteTitle { get; init; }
    public required string IncompleteText { get; init; }
    public required string IncompleteList { get; init; }
    public required string AboutTitle { get; init; }
    public required string UnclaimedNotice { get; init; }
    public required string FictionalNotice { get; init; }

    // Whether it is a draft, said where it is served
    public required string Draft { get; init; }
    public required string DraftText { get; init; }
    public required string Published { get; init; }
    public required string PublishedAt { get; init; }
    public required string VersionOf { get; init; }
    public required string Files { get; init; }
    public required string SpreadsheetFile { get; init; }
    public required string DataFile { get; init; }
    public required string OtherLanguage { get; init; }
    public required string AllReports { get; init; }

    // The list of reports, and pages that are not there
    public required string IndexTitle { get; init; }
    public required string IndexLead { get; init; }
    public required string IndexEmpty { get; init; }
    public required string IndexLatest { get; init; }
    public required string IndexEarlier { get; init; }
    public required string WrittenAt { get; init; }
    public required string NotFoundTitle { get; init; }
    public required string NotFoundText { get; init; }
    public required string UnavailableTitle { get; init; }
    public required string UnavailableText { get; init; }

    // Key figures
    public required string Figures { get; init; }
    public required string FigureMatches { get; init; }
    public required string FigureGaps { get; init; }
    public required string FigureWaiting { get; init; }
    public required string FigureNeeds { get; init; }
    public required string FigureOffers { get; init; }
    public required string FigureProfiles { get; init; }
    public required string FigureCandidates { get; init; }
    public required string FigureClaimed { get; init; }
    public required string FigureUnclaimed { get; init; }
    public required string FigureFictional { get; init; }

    // Parties
    public required string Startup { get; init; }
    public required string Unclaimed { get; init; }
    public required string Fictional { get; init; }
    public required IReadOnlyDictionary<ProfileKind, string> Kinds { get; init; }
    public required IReadOnlyDictionary<Category, string> Categories { get; init; }
    public required string NoCategory { get; init; }
    public required IReadOnlyDictionary<string, string> Languages { get; init; }
    public required string Needs { get; init; }
    public required string Offers { get; init; }

    // Matches
    public required string Matches { get; init; }
    public required string MatchesLead { get; init; }
    public required string MatchesEmpty { get; init; }
    public required Plural MatchCount { get; init; }
    public required string Meets { get; init; }
    public required string OutOf { get; init; }
    public required string ScoreLabel { get; init; }
    public required string CarriedOver { get; init; }
    public required string WordsThatMet { get; init; }
    public required string Requirements { get; init; }
    public required string NoRequirements { get; init; }
    public required string Distance { get; init; }
    public required string DistanceUnknown { get; init; }
    public required string DirectionLabel { get; init; }
    public required string WhyScore { get; init; }
    public required string WhyScoreText { get; init; }
    public required string NeedSide { get; init; }
    public required string OfferSide { get; init; }
    public required string Feature { get; init; }
    public required string Value { get; init; }
    public required string Weight { get; init; }
    public required string Amount { get; init; }
    public required string Sum { get; init; }
    public required string Probability { get; init; }
    public required string Fit { get; init; }
    public required string References { get; init; }
    public required IReadOnlyDictionary<string, string> Features { get; init; }

    // Requirements
    public required IReadOnlyDictionary<GapReason, string> RequirementNames { get; init; }
    public required IReadOnlyDictionary<CheckOutcome, string> Outcomes { get; init; }

    /// <summary>The outcome that is said instead of "not met" where nothing was required, so that nothing can fail to meet it.</summary>
    public required IReadOnlyDictionary<GapReason, string> Obstacles { get; init; }
    public required string States { get; init; }
    public required string AtLeast { get; init; }
    public required string AtMost { get; init; }
    public required string Or { get; init; }

    // Gaps
    public required string Gaps { get; init; }
    public required string GapsLead { get; init; }
    public required string GapsEmpty { get; init; }
    public required IReadOnlyDictionary<GapReason, string> GapTitles { get; init; }
    public required IReadOnlyDictionary<GapReason, string> GapTexts { get; init; }
    public required string Nearest { get; init; }
    public required string NoneNear { get; init; }
    public required string BelowThreshold { get; init; }
    public required string Fails { get; init; }
    public required string AskFirst { get; init; }
    public required Plural MoreGaps { get; init; }

    // Waiting
    public required string Waiting { get; init; }
    public required string WaitingLead { get; init; }
    public required string WaitingEmpty { get; init; }
    public required string BestPartner { get; init; }
    public required Plural Partners { get; init; }
    public required string Why { get; init; }
    public required IReadOnlyDictionary<WaitingReason, string> WaitingReasons { get; init; }
    public required Plural AskFirstCount { get; init; }
    public required Plural MoreWaiting { get; init; }

    // Capacity
    public required string Capacity { get; init; }
    public required string CapacityLead { get; init; }
    public required string CapacityEmpty { get; init; }
    public required string Offer { get; init; }
    public required string Some { get; init; }
    public required string Ask { get; init; }
    public required string NothingFree { get; init; }
    public required Plural MoreCapacity { get; init; }
    public required IReadOnlyDictionary<CapacityUnit, Plural> Units { get; init; }

    // Changes, funnel, exposure
    public required string Changes { get; init; }
    public required string ChangesSince { get; init; }
    public required string ChangesNone { get; init; }
    public required string NewMatches { get; init; }
    public required string GoneMatches { get; init; }
    public required string NewGaps { get; init; }
    public required string ClosedGaps { get; init; }
    public required string Funnel { get; init; }
    public required string FunnelLead { get; init; }
    public required string FunnelEmpty { get; init; }
    public required IReadOnlyList<string> FunnelSteps { get; init; }
    public required string Exposure { get; init; }
    public required string ExposureLead { get; init; }
    public required string ExposureEmpty { get; init; }
    public required string Profile { get; init; }

    // How it was made
    public required string Method { get; init; }
    public required IReadOnlyList<string> MethodText { get; init; }
    public required string MethodOrder { get; init; }
    public required IReadOnlyList<string> MethodParameters { get; init; }
    public required string MethodFacts { get; init; }
    public required string FactRun { get; init; }
    public required string FactRegion { get; init; }
    public required string FactCutOff { get; init; }
    public required string FactModel { get; init; }
    public required string FactSettings { get; init; }
    public required string FactInputs { get; init; }
    public required string FactFormat { get; init; }

    // CSV
    public required CsvTexts Csv { get; init; }
}

/// <summary>Headings and words of the spreadsheet file.</summary>
internal sealed record CsvTexts
{
    public required char Separator { get; init; }
    public required string Match { get; init; }
    public required string Gap { get; init; }
    public required string New { get; init; }
    public required string CarriedOver { get; init; }

    /// <summary>One heading for each column, in the order of <see cref="Reports.Csv.ReportCsv"/>.</summary>
    public required IReadOnlyList<string> Headings { get; init; }
}
