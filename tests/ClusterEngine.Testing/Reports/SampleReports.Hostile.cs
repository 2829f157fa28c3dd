using System.Text;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;

namespace ClusterEngine.Testing.Reports;

public static partial class SampleReports
{
    /// <summary>Text that tries to be markup, a formula, a script and another direction, with a character of two units.</summary>
    public const string HostileText =
        "=HYPERLINK(\"http://example.invalid\") <script>alert(1)</script><img src=x onerror=alert(2)> </title></style>"
        + " \u202Eשלום مرحبا\u2066 👩🏽‍🔬 'quoted' & &amp; <!-- status --> {0}; \u0001 --> ]]>";

    /// <summary>An ordinary report in which every text of others is <see cref="HostileText"/> and names have 2,000 characters.</summary>
    public static Report Hostile
    {
        get
        {
            var ordinary = Ordinary;
            return ordinary with
            {
                Missing = [HostileText],
                Matches = [.. ordinary.Matches.Select(Spoil)],
                Gaps = [.. ordinary.Gaps.Select(gap => new ReportGap(Spoil(gap.Need), gap.Reason, [.. gap.Nearest.Select(Spoil)]))],
                Waiting = [.. ordinary.Waiting.Select(item => item with
                {
                    Need = Spoil(item.Need), Best = Spoil(item.Best), AskFirst = [.. item.AskFirst.Select(Spoil)],
                })],
                Capacity = [.. ordinary.Capacity.Select(row => row with { Offer = Spoil(row.Offer) })],
                Exposure = [.. ordinary.Exposure.Select(item => item with { Name = Long() })],
                Stamp = ordinary.Stamp with { Region = HostileText, ModelId = HostileText },
            };
        }
    }

    private static LocalizedText Both => new(HostileText, HostileText);

    private static string Long()
    {
        var text = new StringBuilder(HostileText);
        return text.Append('Å', 2000 - HostileText.Length).ToString();
    }

    private static ReportMatch Spoil(ReportMatch match) => match with
    {
        Need = Spoil(match.Need),
        Offer = Spoil(match.Offer),
        NeedCitation = Spoilt("sv"),
        OfferCitation = Spoilt("en"),
        Words = [new WordPair(HostileText, Long(), 0.5)],
        Reason = Both,
        Direction = HostileText,
        Requirements = [new RequirementCheck(GapReason.Dates, CheckOutcome.NotMet, HostileText, "<b>9999-99-99/</b>")],
        NeedSide = match.NeedSide with { Contributions = [new Contribution(HostileText, 0.5, 1, -0.5)] },
    };

    private static NearOffer Spoil(NearOffer near) => near with
    {
        Offer = Spoil(near.Offer),
        Question = Both,
        Checks = [.. near.Checks.Select(check => check with { Required = HostileText, Stated = HostileText })],
    };

    private static ReportParty Spoil(ReportParty party) => party with
    {
        Name = Long(),
        Reference = HostileText,
        LegalEntity = HostileText,
        Municipality = HostileText,
        Key = HostileText,
        Text = Both,
    };

    /// <summary>Ranges that overlap, lie outside, or cut a character in half.</summary>
    private static CitedText Spoilt(string language)
    {
        var emoji = HostileText.IndexOf("👩", StringComparison.Ordinal);
        return new CitedText(language, HostileText,
            [new TextRange(2, 9), new TextRange(5, 9), new TextRange(emoji + 1, 4), new TextRange(100000, 5), new TextRange(-4, 2)]);
    }
}
