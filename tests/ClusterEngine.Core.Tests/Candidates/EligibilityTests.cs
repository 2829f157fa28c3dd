using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class EligibilityTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly GeoPoint Flemingsberg = new(59.22, 17.94);
    private static readonly GeoPoint Uppsala = new(59.86, 17.64);

    [Fact]
    public void A_need_without_requirements_is_met_by_an_offer_that_states_nothing() =>
        FirstFailure(HardRequirements.None, Given.Offer("x")).ShouldBeNull();

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(2, 3, null)]
    [InlineData(3, 2, GapReason.Bsl)]
    [InlineData(1, null, GapReason.NotStated)]
    public void Bsl_is_met_only_when_it_is_stated_and_high_enough(int least, int? most, GapReason? reason) =>
        FirstFailure(new HardRequirements { BslMin = least }, Given.Offer("x") with { BslMax = most }).ShouldBe(reason);

    [Theory]
    [InlineData("iso/iec 17025|GMP", null)]
    [InlineData("GMP", GapReason.Certification)]
    [InlineData("", GapReason.NotStated)]
    [InlineData("ISO 17025:2017|GMP", GapReason.Certification)]
    public void Every_certification_must_be_there_whatever_its_spelling(string has, GapReason? reason) =>
        FirstFailure(
            new HardRequirements { CertificationsAll = ["ISO 17025", "gmp"] },
            Given.Offer("x") with { Certifications = has.Split('|', StringSplitOptions.RemoveEmptyEntries) }).ShouldBe(reason);

    [Theory]
    [InlineData("2027-01-10", "2027-01-20", "2027-01-20", "2027-03-01", null)]
    [InlineData("2027-01-10", "2027-01-20", "2027-01-21", "2027-03-01", GapReason.Dates)]
    [InlineData("2027-01-10", "2027-01-20", "2026-12-01", "2027-01-10", null)]
    [InlineData("2027-01-10", "2027-01-20", "2026-12-01", "2027-01-09", GapReason.Dates)]
    [InlineData("2027-01-10", null, null, "2027-01-09", GapReason.Dates)]
    [InlineData(null, "2027-01-20", "2027-01-21", null, GapReason.Dates)]
    [InlineData("2027-01-10", "2027-01-20", null, null, null)]
    [InlineData(null, null, null, "2026-11-24", GapReason.Dates)]
    [InlineData(null, null, null, "2026-11-25", null)]
    public void Windows_need_one_day_in_common_first_and_last_included(
        string? from, string? to, string? availableFrom, string? availableTo, GapReason? reason) =>
        FirstFailure(
            new HardRequirements { From = Day(from), To = Day(to) },
            Given.Offer("x") with { AvailableFrom = Day(availableFrom), AvailableTo = Day(availableTo) }).ShouldBe(reason);

    [Fact]
    public void Of_a_need_under_way_the_days_that_are_left_count()
    {
        var hard = new HardRequirements { From = Today.AddDays(-20), To = Today.AddDays(20) };
        FirstFailure(hard, Given.Offer("x") with { AvailableTo = Today.AddDays(-1) }).ShouldBe(GapReason.Dates);
        FirstFailure(hard, Given.Offer("x") with { AvailableTo = Today }).ShouldBeNull();
        FirstFailure(hard with { To = Today.AddDays(-1) }, Given.Offer("x") with { AvailableTo = Today.AddDays(-2) })
            .ShouldBeNull("a need that has ended is compared as it stands");
    }

    [Fact]
    public void Capacity_that_was_free_earlier_in_the_week_is_gone()
    {
        var yesterday = Given.Window(Today.AddDays(-2), Today, 8);
        FirstFailure(HardRequirements.None, Given.Offer("x") with { Capacity = [yesterday] }).ShouldBe(GapReason.Full);
        FirstFailure(HardRequirements.None, Given.Offer("x") with { Capacity = [yesterday, Given.Window(Today, Today.AddDays(1), 1)] })
            .ShouldBeNull();
    }

    [Theory]
    [InlineData(CapacityKind.Some)]
    [InlineData(CapacityKind.Ask)]
    public void Some_and_ask_are_not_full(CapacityKind kind) => FirstFailure(
        HardRequirements.None,
        Given.Offer("x") with { Capacity = [Given.Window(Today, Today.AddDays(1), null) with { Kind = kind }] }).ShouldBeNull();

    [Theory]
    [InlineData(80, null)]
    [InlineData(70, GapReason.Distance)]
    public void An_offer_farther_away_than_asked_for_is_out(double most, GapReason? reason) =>
        FirstFailure(new HardRequirements { MaxKilometres = most }, Given.Offer("x") with { Place = Uppsala }).ShouldBe(reason);

    [Fact]
    public void An_offer_without_a_place_is_not_too_far() =>
        FirstFailure(new HardRequirements { MaxKilometres = 1 }, Given.Offer("x")).ShouldBeNull();

    [Theory]
    [InlineData("sv|en", null)]
    [InlineData("de", GapReason.Language)]
    [InlineData("", null)]
    public void One_common_language_is_enough_and_none_stated_is_open(string languages, GapReason? reason) =>
        FirstFailure(
            new HardRequirements { LanguagesAny = ["en", "fi"] },
            Given.Offer("x") with { Languages = languages.Split('|', StringSplitOptions.RemoveEmptyEntries) }).ShouldBe(reason);

    [Fact]
    public void An_offer_with_nothing_free_in_the_days_wanted_is_full()
    {
        var hard = new HardRequirements { From = new DateOnly(2027, 1, 11), To = new DateOnly(2027, 1, 24) };
        var none = Given.Window(new DateOnly(2027, 1, 1), new DateOnly(2027, 3, 1), 0);
        var before = Given.Window(new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 11), 40);
        var lastDay = Given.Window(new DateOnly(2027, 1, 24), new DateOnly(2027, 3, 1), 40);

        FirstFailure(hard, Given.Offer("x") with { Capacity = [none] }).ShouldBe(GapReason.Full);
        FirstFailure(hard, Given.Offer("x") with { Capacity = [before] }).ShouldBe(GapReason.Full);
        FirstFailure(hard, Given.Offer("x") with { Capacity = [none, before, lastDay] }).ShouldBeNull();
    }

    [Fact]
    public void Units_of_one_legal_entity_are_not_proposed_to_each_other()
    {
        var number = new LegalEntity("other-id", "KI", "202100-2973", false, "SE", true);
        var asker = Given.Profile("a", needs: [Given.Need("x")], entity: "ki");
        FirstFailure(asker, Given.Profile("b", offers: [Given.Offer("x")], entity: "ki")).ShouldBe(GapReason.Conflict);
        FirstFailure(asker, Given.Profile("b", offers: [Given.Offer("x")], entity: "kth")).ShouldBeNull();
        FirstFailure(
            asker with { LegalEntity = number with { Id = "ki" } },
            Given.Profile("b", offers: [Given.Offer("x")]) with { LegalEntity = number }).ShouldBe(GapReason.Conflict);
        FirstFailure(asker with { LegalEntity = null }, Given.Profile("b", offers: [Given.Offer("x")]) with { LegalEntity = null })
            .ShouldBeNull();
    }

    [Theory]
    [InlineData("b")]
    [InlineData("b-entity")]
    public void An_excluded_profile_or_legal_entity_is_a_conflict(string excluded) => FirstFailure(
        Given.Profile("a", needs: [Given.Need("x", new HardRequirements { Exclude = [excluded] })]),
        Given.Profile("b", offers: [Given.Offer("x")], entity: "b-entity")).ShouldBe(GapReason.Conflict);

    [Fact]
    public void Of_several_failures_the_first_of_the_list_is_the_reason()
    {
        var hard = new HardRequirements
        {
            BslMin = 3,
            CertificationsAll = ["GMP"],
            To = new DateOnly(2026, 12, 1),
            LanguagesAny = ["sv"],
        };
        var offer = Given.Offer("x") with { AvailableFrom = new DateOnly(2027, 1, 1), Languages = ["en"] };

        FirstFailure(hard, offer).ShouldBe(GapReason.Dates);
        FirstFailure(hard, offer with { BslMax = 1 }).ShouldBe(GapReason.Bsl);
        FirstFailure(hard, offer with { BslMax = 1, Certifications = ["GLP"] }).ShouldBe(GapReason.Certification);
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static GapReason? FirstFailure(HardRequirements hard, Offer offer) => FirstFailure(
        Given.Profile("a", needs: [Given.Need("x", hard)]) with { Place = Flemingsberg }, Given.Profile("b", offers: [offer]));

    // The answer that gives reasons and the fast one must be of one mind.
    private static GapReason? FirstFailure(Profile asker, Profile owner)
    {
        var corpus = Corpus.Of([asker, owner]);
        var eligibility = new Eligibility(corpus, new CapacityOutlook(corpus, Today), Today, [], []);
        var failure = Eligibility.FirstFailure(eligibility.Check(0, 0));
        eligibility.IsEligible(0, 0).ShouldBe(failure is null);
        return failure;
    }
}
