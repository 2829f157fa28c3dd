using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Runs;

public sealed class PipelineTests
{
    private static readonly Profile Asker = Given.Profile(
        "asker", needs: [Given.Need("sterile filling of glass vials under protective gas")], kind: ProfileKind.Company);

    private static readonly Profile Filler = Given.Profile("filler", offers: [Given.Offer("sterile filling of glass vials and syringes")]);

    private static readonly Profile Baker = Given.Profile("baker", offers: [Given.Offer("sourdough bread for conference breakfasts")]);

    [Fact]
    public async Task Who_needs_meets_who_offers_and_both_texts_are_cited()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Asker, Filler, Baker);

        var match = (await bench.RunAsync()).Report.Matches.ShouldHaveSingleItem();

        (match.Need.Name, match.Offer.Name).ShouldBe(("asker", "filler"));
        match.Words.Select(pair => (pair.Need, pair.Offer)).ShouldContain(("vials", "vials"));
        match.NeedCitation.Spans.Select(span => match.NeedCitation.Text.Substring(span.Start, span.Length)).Any(word => word == "filling").ShouldBeTrue();
        match.Reason.Sv.ShouldStartWith("Båda nämner");
        match.Reason.En.ShouldStartWith("Both mention");
        match.Score.ShouldBe(match.NeedSide.Probability * match.OfferSide.Probability);
        foreach (var side in new[] { match.NeedSide, match.OfferSide })
        {
            side.Contributions.Sum(contribution => contribution.Amount).ShouldBe(side.Z, 1e-9);
            side.Contributions.Where(contribution => contribution.Feature != "prior").ShouldAllBe(contribution => contribution.Weight >= 0);
        }
    }

    [Fact]
    public async Task A_hard_requirement_is_never_traded_for_similarity()
    {
        var bench = new PipelineBench();
        var text = Asker.Needs[0].Text.En!;
        await bench.PutAsync(
            Given.Profile("asker", needs: [Given.Need(text, new HardRequirements { BslMin = 2 })]),
            Given.Profile("perfect", offers: [Given.Offer(text) with { BslMax = 1 }]));

        var report = (await bench.RunAsync()).Report;

        report.Matches.ShouldBeEmpty();
        var gap = report.Gaps.ShouldHaveSingleItem();
        gap.Reason.ShouldBe(GapReason.Bsl);
        gap.Nearest.ShouldHaveSingleItem().Question.ShouldBeNull();
    }

    [Fact]
    public async Task What_an_offer_only_leaves_unstated_is_asked_first()
    {
        var bench = new PipelineBench();
        var hard = new HardRequirements { CertificationsAll = ["GMP"] };
        await bench.PutAsync(Given.Profile("asker", needs: [Given.Need(Asker.Needs[0].Text.En!, hard)]), Filler);

        var gap = (await bench.RunAsync()).Report.Gaps.ShouldHaveSingleItem();

        gap.Reason.ShouldBe(GapReason.NotStated);
        gap.Nearest[0].Question!.En.ShouldNotBeNull().ShouldContain("GMP");
    }

    [Fact]
    public async Task Beside_a_match_stand_the_offers_to_ask_first()
    {
        var bench = new PipelineBench();
        var hard = new HardRequirements { BslMin = 2 };
        await bench.PutAsync(
            Given.Profile("asker", needs: [Given.Need(Asker.Needs[0].Text.En!, hard)]), Filler,
            Given.Profile("sure", offers: [Given.Offer("sterile filling of vials") with { BslMax = 2 }]));

        var match = (await bench.RunAsync()).Report.Matches.ShouldHaveSingleItem();

        match.Offer.Name.ShouldBe("sure");
        var ask = match.AskFirst.ShouldHaveSingleItem();
        ask.Offer.Name.ShouldBe("filler");
        ask.Question!.Sv.ShouldNotBeNull().ShouldContain("BSL");
    }

    [Fact]
    public async Task A_need_far_from_every_offer_is_a_gap_that_says_nobody_has_it()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Asker, Baker);
        (await bench.RunAsync()).Report.Gaps.ShouldHaveSingleItem().Reason.ShouldBe(GapReason.NoneExists);
    }

    [Fact]
    public async Task Unchanged_profile_is_not_embedded_again()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Asker, Filler);
        (await bench.RunAsync()).TextsEmbedded.ShouldBe(2);
        await bench.PutAsync(Baker);
        var second = await bench.RunAsync();
        (second.TextsEmbedded, second.TextsReused).ShouldBe((1, 2));
        bench.Embedder.TextsEmbedded.ShouldBe(3);
    }

    [Theory]
    [InlineData(1, 512)]
    [InlineData(2, 16)]
    public async Task Same_inputs_give_the_same_bytes_whatever_the_order_the_threads_and_the_ranges(int threads, int rangeSize)
    {
        var profiles = Crowd();
        var (first, second) = (new PipelineBench(), new PipelineBench());
        (second.Options.Threads, second.Options.RangeSize) = (threads, rangeSize);
        await first.PutAsync(profiles);
        await second.PutAsync([.. profiles.Reverse()]);
        await first.RunAsync();
        await second.RunAsync();

        var (a, b) = (await first.StoredAsync(), await second.StoredAsync());
        a.Files.Count.ShouldBe(5);
        foreach (var (name, bytes) in a.Files)
        {
            b.Files[name].ToArray().ShouldBe(bytes.ToArray(), name);
        }
    }

    [Fact]
    public async Task The_same_run_again_changes_nothing()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Crowd());
        var first = await bench.RunAsync();
        var again = await bench.RunAsync();
        again.Run.Id.ShouldBe(first.Run.Id);
        ReportJson.Write(again.Report).ShouldBe(ReportJson.Write(first.Report));
        (await bench.Runs.ListAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_run_that_was_stopped_half_way_goes_on_and_gives_the_same_bytes()
    {
        using var stop = new CancellationTokenSource();
        var bench = new PipelineBench { WrapRuns = runs => new StoppingRuns(runs, stop, after: 2) };
        var undisturbed = new PipelineBench();
        (bench.Options.RangeSize, undisturbed.Options.RangeSize) = (16, 16);
        await bench.PutAsync(Crowd());
        await undisturbed.PutAsync(Crowd());
        await Should.ThrowAsync<OperationCanceledException>(bench.RunAsync(cancellationToken: stop.Token));
        var run = (await bench.Runs.ListAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        run.Status.ShouldBe(RunStatus.Running);

        await bench.RunAsync();
        await undisturbed.RunAsync();

        (await bench.StoredAsync()).Files["report.json"].ToArray().ShouldBe((await undisturbed.StoredAsync()).Files["report.json"].ToArray());
    }

    [Fact]
    public async Task A_published_report_is_not_altered_and_its_undecided_matches_stay()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Crowd());
        await bench.RunAsync();
        await bench.Reports.PublishAsync(IsoWeek.Of(PipelineBench.Monday), TestContext.Current.CancellationToken);
        var published = (await bench.StoredAsync(1)).Files["report.json"].ToArray();

        await bench.PutAsync(Given.Profile("late", needs: [Given.Need("sterile filling of glass vials")], kind: ProfileKind.Company));
        var later = (await bench.RunAsync(PipelineBench.Monday.AddHours(4))).Report;

        (await bench.StoredAsync(1)).Files["report.json"].ToArray().ShouldBe(published);
        Pairs(ReportJson.Read(published)).ShouldBeSubsetOf(Pairs(later));
        later.Matches.Count(match => match.Origin == MatchOrigin.CarriedOver).ShouldBe(ReportJson.Read(published).Matches.Count);
    }

    [Fact]
    public async Task A_verdict_outlives_the_run()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Asker, Filler);
        var match = (await bench.RunAsync()).Report.Matches.ShouldHaveSingleItem();

        await bench.SayAsync(match, VerdictKind.Reject, RejectionReason.WrongTechnique);
        var after = (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report;

        after.Matches.ShouldBeEmpty();
        after.Gaps.ShouldBeEmpty();
        after.Waiting.ShouldHaveSingleItem().Reason.ShouldBe(WaitingReason.Verdict);
    }

    [Fact]
    public async Task An_approved_match_is_kept_and_takes_its_capacity_from_others()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Asker, Filler);
        var match = (await bench.RunAsync()).Report.Matches.ShouldHaveSingleItem();
        await bench.SayAsync(match, VerdictKind.Approve);
        await bench.PutAsync(Given.Profile("late", needs: [Given.Need("sterile filling of glass vials")]));

        var after = (await bench.RunAsync(PipelineBench.Monday.AddHours(1))).Report;

        after.Matches.ShouldBeEmpty();
        after.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            gap => gap.Need.Name.ShouldBe("late"), gap => gap.Reason.ShouldBe(GapReason.Full));
        after.Waiting.ShouldHaveSingleItem().Reason.ShouldBe(WaitingReason.InProgress);
        after.Funnel.Approved.ShouldBe(1);
    }

    [Fact]
    public async Task A_paused_profile_takes_no_part()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Asker, Filler with { Paused = true });
        var report = (await bench.RunAsync()).Report;
        report.Counts.Profiles.ShouldBe(1);
        report.Gaps.ShouldHaveSingleItem().Reason.ShouldBe(GapReason.NoneExists);
    }

    [Fact]
    public async Task Nothing_only_needs_and_only_offers_make_reports_too()
    {
        (await new PipelineBench().RunAsync()).Report.Counts.Profiles.ShouldBe(0);
        var (needs, offers) = (new PipelineBench(), new PipelineBench());
        await needs.PutAsync(Asker);
        await offers.PutAsync(Filler);
        (await needs.RunAsync()).Report.Gaps.ShouldHaveSingleItem();
        (await offers.RunAsync()).Report.Counts.Offers.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_words_that_met_cannot_be_found_the_report_says_so()
    {
        var bench = new PipelineBench { Wrap = embedder => new NoTokens(embedder) };
        await bench.PutAsync(Asker, Filler);
        var outcome = await bench.RunAsync();
        outcome.Run.Status.ShouldBe(RunStatus.Incomplete);
        outcome.Report.Missing.ShouldHaveSingleItem();
        outcome.Report.Matches.ShouldHaveSingleItem().Words.ShouldBeEmpty();
    }

    private static IEnumerable<(string, string)> Pairs(Report report) =>
        report.Matches.Select(match => (match.Need.FacetId, match.Offer.FacetId));

    // Sixty needs and sixty offers over ten topics, each worded a little differently.
    private static Profile[] Crowd()
    {
        string[] topics = ["sterile filling vials", "cryo electron microscopy", "sleep diary study", "bread baking oven", "mass spectrometry peptides",
            "patient recruitment diabetes", "clean room assembly", "zebrafish embryo toxicity", "usability test nurses", "meeting room evening"];
        var random = new Random(3);
        return
        [
            .. Enumerable.Range(0, 60).Select(i => Given.Profile(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"unit{i}"),
                needs: [Given.Need($"{topics[random.Next(10)]} {topics[random.Next(10)].Split(' ')[0]}")],
                offers: [Given.Offer($"{topics[random.Next(10)]} {topics[random.Next(10)].Split(' ')[1]}")],
                kind: (ProfileKind)(i % 5))),
        ];
    }
}
