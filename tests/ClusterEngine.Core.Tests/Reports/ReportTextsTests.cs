using System.Collections;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Reports.Texts;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Reports;

public sealed class ReportTextsTests
{
    [Fact]
    public void Every_text_is_written_in_both_languages_without_leftovers()
    {
        foreach (var words in ReportTexts.All)
        {
            var texts = Strings(words).ToList();
            texts.Count.ShouldBeGreaterThan(200);
            foreach (var text in texts)
            {
                text.ShouldNotBeNullOrWhiteSpace();
                text.ShouldNotContain("  ");
                text.ShouldNotContain("{");
                text.ShouldBe(text.Trim());
            }
        }

        Strings(SwedishTexts.Texts).Count().ShouldBe(Strings(EnglishTexts.Texts).Count());
    }

    [Fact]
    public void Every_word_of_the_design_has_a_word_for_people()
    {
        foreach (var words in ReportTexts.All)
        {
            words.Kinds.Keys.ShouldBe(Enum.GetValues<ProfileKind>(), ignoreOrder: true);
            words.Categories.Keys.ShouldBe(Enum.GetValues<Category>(), ignoreOrder: true);
            words.GapTitles.Keys.ShouldBe(Enum.GetValues<GapReason>(), ignoreOrder: true);
            words.GapTexts.Keys.ShouldBe(Enum.GetValues<GapReason>(), ignoreOrder: true);
            words.RequirementNames.Keys.ShouldBe(Enum.GetValues<GapReason>(), ignoreOrder: true);
            words.Outcomes.Keys.ShouldBe(Enum.GetValues<CheckOutcome>(), ignoreOrder: true);
            words.WaitingReasons.Keys.ShouldBe(Enum.GetValues<WaitingReason>(), ignoreOrder: true);
            words.Units.Keys.ShouldBe(Enum.GetValues<CapacityUnit>(), ignoreOrder: true);
            words.Months.Count.ShouldBe(12);
            words.FunnelSteps.Count.ShouldBe(5);
        }
    }

    [Fact]
    public void Swedish_sorts_its_own_letters_last_and_english_as_a_and_o()
    {
        string[] names = ["Örn", "zebra", "Ål", "Älg", "apa", "Éclair", "w", "v", "Orm"];

        names.Order(SwedishTexts.Texts.Alphabet).ShouldBe(["apa", "Éclair", "Orm", "v", "w", "zebra", "Ål", "Älg", "Örn"]);
        names.Order(EnglishTexts.Texts.Alphabet).ShouldBe(["Ål", "Älg", "apa", "Éclair", "Orm", "Örn", "v", "w", "zebra"]);
    }

    [Theory]
    [InlineData("sv", 2026, 49, "vecka 49, 30 november–6 december 2026")]
    [InlineData("en", 2026, 49, "week 49, 30 November – 6 December 2026")]
    [InlineData("sv", 2026, 53, "vecka 53, 28 december 2026–3 januari 2027")]
    [InlineData("en", 2026, 53, "week 53, 28 December 2026 – 3 January 2027")]
    public void Weeks_that_cross_a_month_or_a_year_name_both(string language, int year, int week, string expected) =>
        Format(language).Week(new IsoWeek(year, week)).Replace('\u00A0', ' ').ShouldBe(expected);

    [Fact]
    public void Numbers_follow_the_language()
    {
        Format("sv").Number(-12345.678, 1).ShouldBe("−12\u00A0345,7");
        Format("en").Number(-12345.678, 1).ShouldBe("−12,345.7");
        Format("sv").Fixed(0.5, 2).ShouldBe("0,50");
        Format("sv").Kilometres(8.25).ShouldBe("8,3\u00A0km");
        Format("sv").Instant(new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero)).ShouldBe("2\u00A0juli 2026 kl.\u00A000.30");
        SwedishTexts.Texts.MatchCount.With(1, Format("sv")).ShouldBe("1 matchning");
        SwedishTexts.Texts.MatchCount.With(2, Format("sv")).ShouldBe("2 matchningar");
    }

    private static LanguageFormat Format(string language) =>
        ReportTexts.All.Single(words => string.Equals(words.Language, language, StringComparison.Ordinal)).Format;

    private static IEnumerable<string> Strings(object value) => value switch
    {
        string text => [text],
        Plural plural => [plural.One, plural.Other],
        IDictionary dictionary => dictionary.Values.Cast<object>().SelectMany(Strings),
        IEnumerable list => list.Cast<object>().SelectMany(Strings),
        ReportTexts or CsvTexts => value.GetType().GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false })
            .SelectMany(property => Strings(property.GetValue(value).ShouldNotBeNull())),
        _ => [],
    };
}
