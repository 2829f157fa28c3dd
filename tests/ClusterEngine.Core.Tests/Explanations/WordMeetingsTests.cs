using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Explanations;

public sealed class WordMeetingsTests
{
    [Fact]
    public async Task Words_that_meet_are_cited_where_they_stand_in_both_texts()
    {
        const string Need = "We look for sterile filling.";
        const string Offer = "Filling of vials, all STERILE";

        var met = await MeetAsync(Need, Offer);

        met.NeedSpans.Select(span => Need.Substring(span.Start, span.Length)).ShouldBe(["sterile", "filling"]);
        met.OfferSpans.Select(span => Offer.Substring(span.Start, span.Length)).ShouldBe(["Filling", "STERILE"]);
        met.Pairs.ShouldBe([new WordPair("sterile", "STERILE", 1), new WordPair("filling", "Filling", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Short_words_and_words_without_a_topic_are_not_cited_but_abbreviations_are()
    {
        (await MeetAsync("with the PK of it", "with the PK of it")).Pairs.ShouldHaveSingleItem().Need.ShouldBe("PK");
        (await MeetAsync("VI HAR KI OF", "VI HAR KI OF")).Pairs.ShouldBeEmpty("all in capitals, none stands out");
        (await MeetAsync("detta lab eller inte", "inte eller detta lab")).Pairs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_in_pieces_is_cited_whole_and_once()
    {
        const string Text = "re-sealing vials, re-sealing again";
        var met = await MeetAsync(Text, "re-sealing");
        met.Pairs.ShouldHaveSingleItem().Need.ShouldBe("re-sealing");
        Text.Substring(met.NeedSpans[0].Start, met.NeedSpans[0].Length).ShouldBe("re-sealing");
    }

    [Fact]
    public async Task Nothing_is_cited_of_texts_that_have_nothing_in_common() =>
        (await MeetAsync("sterile filling", "sourdough bread")).Pairs.ShouldBeEmpty();

    [Fact]
    public void A_reason_without_words_still_says_something_and_no_culture_gets_into_it()
    {
        var reason = ReasonSentence.For([], [], 12.6, 4);
        reason.En.ShouldBe("The two texts are about the same thing; 13\u00a0km apart; free from week 4");
        reason.Sv.ShouldNotBeNull().ShouldContain("13\u00a0km");
        ReasonSentence.For([], [], 0.3, null).En.ShouldNotBeNull().ShouldEndWith("same site");
    }

    [Fact]
    public void A_question_asks_only_for_what_is_not_stated()
    {
        RequirementCheck bsl = new(GapReason.Bsl, CheckOutcome.NotStated, "3", null);
        RequirementCheck gmp = new(GapReason.Certification, CheckOutcome.Met, "GMP", "GMP");
        ReasonSentence.Question([gmp, bsl])!.En.ShouldNotBeNull().ShouldSatisfyAllConditions(
            text => text.ShouldContain("BSL 3"), text => text.ShouldNotContain("GMP"));
        ReasonSentence.Question([gmp]).ShouldBeNull();
    }

    private static async Task<WordMeetings> MeetAsync(string need, string offer)
    {
        var tokens = await new HashEmbedder().EmbedTokensAsync(
            [new(FacetSide.Need, need), new(FacetSide.Offer, offer)], TestContext.Current.CancellationToken);
        return WordMeetings.Of(need, tokens[0], offer, tokens[1]);
    }
}
