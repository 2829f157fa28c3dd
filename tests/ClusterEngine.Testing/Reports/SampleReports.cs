using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Testing.Reports;

/// <summary>Reports to render: made by hand, the same every time. All organisations in them are made up.</summary>
public static partial class SampleReports
{
    private static readonly IsoWeek Week48 = new(2026, 48);

    /// <summary>All samples by name.</summary>
    public static IReadOnlyDictionary<string, Report> All => new Dictionary<string, Report>(StringComparer.Ordinal)
    {
        ["ordinary"] = Ordinary,
        ["empty"] = Empty,
        ["incomplete"] = Incomplete,
        ["hostile"] = Hostile,
    };

    /// <summary>A run over nothing.</summary>
    public static Report Empty => new()
    {
        Week = Week48,
        RunId = "r_empty00000000000000000000000",
        Stamp = Stamp,
        Counts = new RunCounts(0, 0, 0, 0, 0, 0, 0),
        Claims = new ClaimCounts(0, 0, 0),
        Funnel = new Funnel(0, 0, 0, 0, 0),
    };

    /// <summary>A run that lost steps.</summary>
    public static Report Incomplete => Empty with
    {
        Missing = ["Embedding failed: the model file is damaged.", "Gaps were not computed."],
        Counts = new RunCounts(112, 140, 301, 0, 0, 0, 0),
    };

    /// <summary>A week as it often is: matches, each kind of gap, waiting needs, capacity.</summary>
    public static Report Ordinary => new()
    {
        Week = Week48,
        RunId = "r_7m3k9q2x5v8b1n4c6z0d3f7g9h",
        Stamp = Stamp,
        Counts = new RunCounts(1162, 154, 1301, 4310, 3, 9, 2),
        Claims = new ClaimCounts(12, 82, 80),
        Matches = [First, Second, Second with { Id = "m_3", Origin = MatchOrigin.CarriedOver, Score = 0.093, Kilometres = null }],
        Gaps = [.. Enum.GetValues<GapReason>().Select(Gap)],
        Waiting =
        [
            new ReportWaiting(Tissue, 3, Imaging, 0.61, WaitingReason.OfferCap, [Near(Filling, GapReason.Bsl, CheckOutcome.NotStated, "3", null, Question)]),
            new ReportWaiting(Vials, 1, Filling, 0.58, WaitingReason.LowScore, []),
        ],
        Capacity = [Row(Filling, CapacityUnit.Samples), Row(Imaging, CapacityUnit.Hours), Row(Registry, null)],
        Changes = new ReportChanges(new IsoWeek(2026, 47), 2, 1, 1, 3),
        Funnel = new Funnel(41, 22, 17, 9, 1),
        Exposure = [new ProfileExposure("p2", "Östra Påhittlabbet", 2), new ProfileExposure("p1", "Ampullbolaget Sagolik", 1), new ProfileExposure("p3", "Ångbildslabbet", 1)],
    };

    private static RunStamp Stamp => new(
        "flemingsberg", new string('a', 32) + new string('4', 32), "klustermotor-e5-small@1f0e9c7d",
        new DateTimeOffset(2026, 11, 25, 5, 0, 0, TimeSpan.Zero), new string('b', 32) + new string('7', 32));

    private static LocalizedText Question => new(
        "Vilken biosäkerhetsnivå är labbet godkänt för?", "Which biosafety level is the lab approved for?");

    private static ReportParty Vials { get; } = Party(
        "p1",
        "Ampullbolaget Sagolik",
        ProfileKind.Company,
        Claim.Fictional,
        Category.Service,
        "Huddinge",
        new LocalizedText("Vi behöver aseptisk fyllning av 500 vialer under GMP, helst i Q1. Produkten tål inte autoklavering.", null),
        startup: true);

    private static ReportParty Filling { get; } = Party(
        "p2",
        "Östra Påhittlabbet",
        ProfileKind.Lab,
        Claim.Unclaimed,
        Category.Service,
        "Uppsala",
        new LocalizedText(null, "Sterile fill-and-finish in a class A isolator, small batches of 50 to 2,000 vials. GMP certificate for investigational products."),
        legalEntity: "Påhittade universitetet");

    private static ReportParty Tissue { get; } = Party(
        "p4",
        "Forskargruppen för Påhittad Vävnad",
        ProfileKind.ResearchGroup,
        Claim.Claimed,
        Category.Equipment,
        "Huddinge",
        new LocalizedText("Konfokal eller light-sheet för klarnad vävnad, ett par dagar i månaden.", "Confocal or light-sheet time for cleared tissue."));

    private static ReportParty Imaging { get; } = Party(
        "p3",
        "Ångbildslabbet",
        ProfileKind.Lab,
        Claim.Fictional,
        Category.Equipment,
        "Södertälje",
        new LocalizedText("Light-sheet-mikroskop för klarnade preparat upp till två centimeter. Handledning ingår första gången.", null));

    private static ReportParty Registry { get; } = Party(
        "p5",
        "Ärvda Registret",
        ProfileKind.Network,
        Claim.Fictional,
        null,
        null,
        new LocalizedText("Kvalitetsregister om amning och sömn, med uttag för forskning.", null));

    private static ReportMatch First => new()
    {
        Id = "m_1",
        Origin = MatchOrigin.New,
        Need = Vials,
        Offer = Filling,
        Score = 0.4249,
        Fit = 0.8123,
        Direction = "sv→en",
        NeedSide = Side(0.71),
        OfferSide = Side(0.598),
        NeedCitation = Cite("sv", Vials.Text.Sv!, "aseptisk fyllning", "vialer", "GMP"),
        OfferCitation = Cite("en", Filling.Text.En!, "Sterile fill-and-finish", "vials", "GMP"),
        Words = [new WordPair("fyllning", "fill-and-finish", 0.83), new WordPair("vialer", "vials", 0.81), new WordPair("aseptisk", "Sterile", 0.74)],
        Reason = new LocalizedText(
            "Steril fyllning av små serier under GMP, ledigt i januari, 63 km bort.",
            "Sterile filling of small batches under GMP, free in January, 63 km away."),
        Requirements =
        [
            new RequirementCheck(GapReason.Certification, CheckOutcome.Met, "GMP", "GMP"),
            new RequirementCheck(GapReason.Dates, CheckOutcome.Met, "2027-01-11/2027-03-01", "2027-01-01/.."),
            new RequirementCheck(GapReason.Distance, CheckOutcome.Met, "100", "63.4"),
        ],
        Kilometres = 63.4,
    };

    private static ReportMatch Second => First with
    {
        Id = "m_2",
        Need = Tissue,
        Offer = Imaging,
        Score = 0.311,
        Direction = "sv→sv",
        NeedCitation = Cite("sv", Tissue.Text.Sv!, "light-sheet", "klarnad vävnad"),
        OfferCitation = Cite("sv", Imaging.Text.Sv!, "Light-sheet-mikroskop", "klarnade preparat"),
        Words = [new WordPair("light-sheet", "Light-sheet-mikroskop", 0.92)],
        Reason = new LocalizedText("Båda talar om light-sheet av klarnad vävnad.", "Both speak of light-sheet imaging of cleared tissue."),
        Requirements = [],
        Kilometres = 8.25,
    };

    private static ReportGap Gap(GapReason reason) => new(
        reason is GapReason.Language or GapReason.Full ? Tissue : Vials,
        reason,
        reason == GapReason.NoneExists
            ? []
            : [Near(Filling, reason == GapReason.NotStated ? GapReason.Bsl : reason,
                reason == GapReason.NotStated ? CheckOutcome.NotStated : CheckOutcome.NotMet,
                Example(reason).Required, Example(reason).Stated, reason == GapReason.NotStated ? Question : null),
                new NearOffer(Imaging, 0.21, [], null)]);

    private static (string? Required, string? Stated) Example(GapReason reason) => reason switch
    {
        GapReason.Certification => ("ISO 13485", "GMP"),
        GapReason.Bsl => ("3", "2"),
        GapReason.Dates => ("2027-01-11/2027-03-01", "2027-04-01/.."),
        GapReason.Distance => ("30", "63.4"),
        GapReason.Language => ("sv", "en"),
        GapReason.NotStated => ("3", null),
        _ => (null, null),
    };

    private static NearOffer Near(
        ReportParty offer, GapReason requirement, CheckOutcome outcome, string? required, string? stated, LocalizedText? question) =>
        new(offer, 0.7049, [new RequirementCheck(requirement, outcome, required, stated)], question);

    private static ReportCapacity Row(ReportParty offer, CapacityUnit? unit) => new(offer,
        [.. Enumerable.Range(0, 8).Select(i => unit is null
            ? new WeekCapacity(Week48.AddWeeks(i), i < 4 ? CapacityKind.Some : CapacityKind.Ask, null, null)
            : i is 4 or 5
                ? new WeekCapacity(Week48.AddWeeks(i), null, null, null)
                : new WeekCapacity(Week48.AddWeeks(i), CapacityKind.Number, 12.5 + (i * 140), unit))]);

    private static SideExplanation Side(double probability)
    {
        var z = Math.Log(probability / (1 - probability));
        return new SideExplanation(probability, z,
        [
            new Contribution("fit", 0.81, 2.4, 1.944),
            new Contribution("capacity", 1, 0.6, 0.6),
            new Contribution("distance", 0.42, 0.3, 0.126),
            new Contribution("category", 1, 0.25, 0.25),
            new Contribution("prior", 1, z - 2.92, z - 2.92),
        ]);
    }

    private static CitedText Cite(string language, string text, params ReadOnlySpan<string> marked)
    {
        var spans = new List<TextRange>();
        foreach (var word in marked)
        {
            spans.Add(new TextRange(text.IndexOf(word, StringComparison.Ordinal), word.Length));
        }

        return new CitedText(language, text, [.. spans.OrderBy(span => span.Start)]);
    }

    private static ReportParty Party(
        string id,
        string name,
        ProfileKind kind,
        Claim claim,
        Category? category,
        string? municipality,
        LocalizedText text,
        bool startup = false,
        string? legalEntity = null)
    {
        return new ReportParty
        {
            ProfileId = id,
            Reference = $"sample/{id}",
            Name = name,
            Kind = kind,
            Startup = startup,
            Claim = claim,
            LegalEntity = legalEntity,
            Municipality = municipality,
            FacetId = "f_" + id,
            Key = "behov-1",
            Text = text,
            Category = category,
        };
    }
}
