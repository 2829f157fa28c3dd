using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Runs;

/// <summary>What a run owes to the runs and verdicts before it.</summary>
public sealed class RerunTests
{
    private const string Text = "sterile filling of glass vials";

    private static readonly IsoWeek Week = IsoWeek.Of(PipelineBench.Monday);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_after_the_cut_off_changes_neither_the_run_nor_its_bytes()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Pairs(2));
        var first = await bench.RunAsync();
        await bench.SayAsync(first.Report.Matches[0], VerdictKind.Approve, at: PipelineBench.Monday.AddSeconds(1));

        var again = await bench.RunAsync();

        again.Run.Id.ShouldBe(first.Run.Id);
        ReportJson.Write(again.Report).ShouldBe(ReportJson.Write(first.Report));
        (await bench.RunAsync(PipelineBench.Monday.AddSeconds(1))).Report.Funnel.Approved.ShouldBe(1);
    }

    [Fact]
    public async Task Undecided_matches_carry_over_past_a_week_whose_report_stayed_a_draft()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Pairs(2));
        var seen = (await bench.RunAsync()).Report;
        await bench.Reports.PublishAsync(Week, Token);
        await bench.RunAsync(PipelineBench.Monday.AddDays(7));

        var third = (await bench.RunAsync(PipelineBench.Monday.AddDays(14))).Report;

        third.Matches.Select(match => match.Origin).ShouldBe([MatchOrigin.CarriedOver, MatchOrigin.CarriedOver]);
        third.Matches.Select(match => match.Need.FacetId).ShouldBe(seen.Matches.Select(match => match.Need.FacetId), ignoreOrder: true);
        third.Changes!.Since.ShouldBe(Week.AddWeeks(1));
    }

    [Fact]
    public async Task Matches_of_a_draft_that_nobody_published_are_new_again()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Pairs(1));
        await bench.RunAsync();
        (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report.Matches.ShouldHaveSingleItem().Origin.ShouldBe(MatchOrigin.New);
    }

    [Fact]
    public async Task Running_again_after_the_weeks_verdicts_does_not_inflate_the_load()
    {
        var bench = new PipelineBench();
        bench.Allocation.ReviewBudget = 3;
        await bench.PutAsync(Pairs(9));
        var monday = (await bench.RunAsync()).Report;
        monday.Matches.Count.ShouldBe(3);
        await bench.Reports.PublishAsync(Week, Token);
        await bench.SayAsync(monday.Matches[0], VerdictKind.Approve, at: PipelineBench.Monday.AddHours(2));
        await bench.SayAsync(monday.Matches[1], VerdictKind.Reject, RejectionReason.WrongSize, PipelineBench.Monday.AddHours(2));

        var tuesday = (await bench.RunAsync(PipelineBench.Monday.AddDays(1))).Report;

        tuesday.Matches.ShouldHaveSingleItem().Need.FacetId.ShouldBe(monday.Matches[2].Need.FacetId);
        tuesday.Waiting.Count(waiting => waiting.Reason == WaitingReason.Budget).ShouldBe(6);
        (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report.Matches.Count.ShouldBe(3, "a new week has its own budget");
    }

    [Fact]
    public async Task Carried_over_matches_use_the_budget_first()
    {
        var bench = new PipelineBench();
        bench.Allocation.ReviewBudget = 2;
        await bench.PutAsync(Pairs(4));
        var first = (await bench.RunAsync()).Report;
        await bench.Reports.PublishAsync(Week, Token);
        await bench.SayAsync(first.Matches[0], VerdictKind.Later, at: PipelineBench.Monday.AddHours(1));

        var next = (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report;

        next.Matches.Select(match => match.Need.FacetId).ShouldBe(first.Matches.Select(match => match.Need.FacetId), ignoreOrder: true);
        next.Matches.ShouldAllBe(match => match.Origin == MatchOrigin.CarriedOver);
    }

    [Fact]
    public async Task Late_joiners_do_not_push_out_what_was_proposed()
    {
        const string Wanted = "sterile filling of glass rubber stoppers";
        var bench = new PipelineBench { Embedder = new HashEmbedder(fitThreshold: 0.7) };
        await bench.PutAsync(Given.Profile("asker", [Given.Need(Wanted)]), Given.Profile("old", offers: [Given.Offer(Text)]));
        var before = (await bench.RunAsync()).Report.Matches.ShouldHaveSingleItem();
        await bench.Reports.PublishAsync(Week, Token);
        // So many others with nearly the same words that, by the hub correction, the two no longer stand out.
        await bench.PutAsync([.. Enumerable.Range(0, 40).Select(i => Given.Profile(Name("late", i), offers: [Given.Offer(Name(Wanted + " ", i))]))]);
        await bench.PutAsync([.. Enumerable.Range(0, 40).Select(i => Given.Profile(Name("many", i), [Given.Need(Name(Text + " ", i))]))]);

        var after = (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report;

        var kept = after.Matches.Single(match => match.Origin == MatchOrigin.CarriedOver);
        (kept.Need.FacetId, kept.Offer.FacetId).ShouldBe((before.Need.FacetId, before.Offer.FacetId));
        kept.Fit.ShouldBeLessThan(bench.Embedder.Model.FitThreshold);
    }

    [Fact]
    public async Task Each_need_is_matched_waiting_or_a_gap_and_in_one_of_them_only()
    {
        var bench = new PipelineBench();
        bench.Allocation.ReviewBudget = 2;
        await bench.PutAsync([.. Pairs(4), Given.Profile("lonely", [Given.Need("a unicorn")])]);
        var report = (await bench.RunAsync()).Report;

        var needs = report.Matches.Select(match => match.Need.FacetId).Concat(report.Waiting.Select(waiting => waiting.Need.FacetId))
            .Concat(report.Gaps.Select(gap => gap.Need.FacetId)).ToList();

        needs.ShouldBeUnique(StringComparer.Ordinal);
        needs.Count.ShouldBe(report.Counts.Needs);
    }

    [Fact]
    public async Task What_was_approved_this_week_counts_against_the_caps_of_both_sides()
    {
        var bench = new PipelineBench();
        (bench.Allocation.CompanyCap, bench.Allocation.LabCap) = (1, 1);
        await bench.PutAsync(
            Given.Profile("asker", [Given.Need("glass vials", key: "1"), Given.Need("rubber stoppers", key: "2")], kind: ProfileKind.Company),
            Given.Profile("first", offers: [Given.Offer("glass vials")]), Given.Profile("second", offers: [Given.Offer("rubber stoppers")]));
        await bench.SayAsync((await bench.RunAsync()).Report.Matches.ShouldHaveSingleItem(), VerdictKind.Approve);

        (await bench.RunAsync(PipelineBench.Monday.AddHours(1))).Report.ShouldSatisfyAllConditions(
            report => report.Matches.ShouldBeEmpty(),
            report => report.Waiting.Select(waiting => waiting.Reason).ShouldBe([WaitingReason.InProgress, WaitingReason.NeedCap], ignoreOrder: true));
        (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report.Matches.ShouldHaveSingleItem("a new week has its own caps");
    }

    [Fact]
    public async Task A_kept_match_that_no_longer_meets_a_hard_requirement_is_dropped()
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Pairs(1));
        await bench.SayAsync((await bench.RunAsync()).Report.Matches[0], VerdictKind.Later);
        (await bench.RunAsync(PipelineBench.Monday.AddDays(7))).Report.Matches.ShouldHaveSingleItem().Origin.ShouldBe(MatchOrigin.CarriedOver);

        var asker = Pairs(1)[0];
        await bench.PutAsync(asker with { Needs = [asker.Needs[0] with { Hard = new HardRequirements { Exclude = ["filler0"] } }] });
        var report = (await bench.RunAsync(PipelineBench.Monday.AddDays(14))).Report;

        report.Matches.ShouldBeEmpty();
        report.Gaps.ShouldHaveSingleItem().Reason.ShouldBe(GapReason.Conflict);
    }

    [Theory]
    [InlineData(RejectionReason.TooEarly, true)]
    [InlineData(RejectionReason.NoCapacity, true)]
    [InlineData(RejectionReason.AlreadyInContact, false)]
    [InlineData(RejectionReason.WrongTechnique, false)]
    public async Task A_turned_down_pair_stays_away_and_comes_back_only_when_its_reason_has_passed(RejectionReason reason, bool comesBack)
    {
        var bench = new PipelineBench();
        await bench.PutAsync(Pairs(1));
        await bench.SayAsync((await bench.RunAsync()).Report.Matches[0], VerdictKind.Reject, reason);

        (await bench.RunAsync(PipelineBench.Monday.AddDays(56))).Report.Matches.ShouldBeEmpty();
        (await bench.RunAsync(PipelineBench.Monday.AddDays(63))).Report.Matches.Count.ShouldBe(comesBack ? 1 : 0);
    }

    [Fact]
    public async Task An_incomplete_run_is_made_whole_by_running_it_again()
    {
        var isDown = true;
        var bench = new PipelineBench { Wrap = embedder => isDown ? new NoTokens(embedder) : embedder };
        await bench.PutAsync(Pairs(1));
        var first = await bench.RunAsync();
        first.Run.Status.ShouldBe(RunStatus.Incomplete);

        isDown = false;
        var again = await bench.RunAsync();

        again.Run.Id.ShouldBe(first.Run.Id);
        again.Run.Status.ShouldBe(RunStatus.Finished);
        again.Report.Missing.ShouldBeEmpty();
        again.Report.Matches.ShouldHaveSingleItem().Words.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_run_that_another_process_ended_meanwhile_is_found_and_not_done_again()
    {
        var (other, bench) = (new PipelineBench(), (PipelineBench?)null);
        await other.PutAsync(Pairs(2));
        bench = new PipelineBench { WrapRuns = runs => new OvertakenRuns(runs, () => other.RunAsync(), other.Runs) };
        await bench.PutAsync(Pairs(2));

        var outcome = await bench.RunAsync();

        outcome.Run.Status.ShouldBe(RunStatus.Finished);
        outcome.Report.Matches.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_range_that_was_not_done_is_given_back_at_once()
    {
        using var stop = new CancellationTokenSource();
        var bench = new PipelineBench { WrapRuns = runs => new StoppingRuns(runs, stop, after: 1, atClaim: true) };
        await bench.PutAsync(Pairs(2));
        await Should.ThrowAsync<OperationCanceledException>(bench.RunAsync(cancellationToken: stop.Token));

        // The clock stands still, so that a lease would never run out.
        (await bench.RunAsync()).Run.Status.ShouldBe(RunStatus.Finished);
    }

    [Fact]
    public async Task Without_an_instant_a_run_left_half_done_is_taken_up()
    {
        using var stop = new CancellationTokenSource();
        var bench = new PipelineBench { WrapRuns = runs => new StoppingRuns(runs, stop, after: 1) };
        bench.Options.RangeSize = 16;
        await bench.PutAsync(Pairs(40));
        await Should.ThrowAsync<OperationCanceledException>(bench.RunNowAsync(stop.Token));
        bench.Clock.Advance(TimeSpan.FromMinutes(5));

        var outcome = await bench.RunNowAsync(Token);

        outcome.Run.Stamp.AsOf.ShouldBe(PipelineBench.Monday);
        (await bench.Runs.ListAsync(Token)).ShouldHaveSingleItem();
    }

    // So many askers with so many fillers, each with a word of its own that brings the two together.
    private static Profile[] Pairs(int count) =>
    [
        .. Enumerable.Range(0, count).SelectMany(i => new[]
        {
            Given.Profile(Name("asker", i), [Given.Need($"{Word(i)} {Word(i + 100)} {Word(i + 200)}")], kind: ProfileKind.Company),
            Given.Profile(Name("filler", i), offers: [Given.Offer($"{Word(i)} {Word(i + 100)} {Word(i + 200)}")]),
        }),
    ];

    private static string Word(int i) => "word" + (char)('a' + (i / 26)) + (char)('a' + (i % 26));

    private static string Name(string of, int i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{of}{i}");
}
