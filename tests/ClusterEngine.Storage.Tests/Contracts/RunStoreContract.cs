using System.Globalization;
using System.Text;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class RunStoreContract(IStoreSource source) : StoreContract(source)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly RunRange[] Ranges = [new("r_1", 0, 0, 64, 0), new("r_1", 1, 64, 64, 0), new("r_1", 2, 128, 5, 0)];
    private static readonly RunCounts Counts = new(1, 2, 3, 4, 5, 6, 7);

    [Fact]
    public async Task A_run_comes_back_as_it_was_begun()
    {
        var run = Make("r_1");
        (await Runs.BeginAsync(run, Ranges, Cancel)).ShouldBe(run);

        (await Runs.FindAsync("r_1", Cancel)).ShouldBe(run);
        (await Runs.FindSlateAsync("r_1", Cancel)).ShouldBeNull();
        (await Runs.CountOpenAsync("r_1", Cancel)).ShouldBe(3);
        (await Runs.FindAsync("r_none", Cancel)).ShouldBeNull();
        (await Runs.FindSlateAsync("r_none", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Ranges_are_claimed_once_each_lowest_first()
    {
        await BeginAsync();
        var other = Other<IRunStore>();

        (await Runs.ClaimAsync("r_1", "a", Lease, Cancel)).ShouldBe(Ranges[0] with { Attempts = 1 });
        (await other.ClaimAsync("r_1", "b", Lease, Cancel)).ShouldBe(Ranges[1] with { Attempts = 1 });
        (await Runs.ClaimAsync("r_1", "a", Lease, Cancel)).ShouldBe(Ranges[2] with { Attempts = 1 });
        (await Runs.ClaimAsync("r_1", "a", Lease, Cancel)).ShouldBeNull();
        (await Runs.ClaimAsync("r_none", "a", Lease, Cancel)).ShouldBeNull();
        (await Runs.CountOpenAsync("r_1", Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task Many_workers_at_once_never_hold_the_same_range()
    {
        var ranges = Enumerable.Range(0, 30).Select(i => new RunRange("r_1", i, i, 1, 0)).ToList();
        await Runs.BeginAsync(Make("r_1"), ranges, Cancel);
        var stores = new[] { Runs, Other<IRunStore>(), Other<IRunStore>() };

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            stores[i % 3].ClaimAsync("r_1", "w" + i, Lease, Cancel).AsTask()));

        claims.OfType<RunRange>().Select(range => range.Index).Order().ShouldBe(Enumerable.Range(0, 30));
    }

    [Fact]
    public async Task A_range_whose_lease_ran_out_goes_to_another_and_counts_the_attempt()
    {
        await BeginAsync();
        var lost = (await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!;
        Clock.Advance(Lease - TimeSpan.FromTicks(1));
        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel))!.Index.ShouldBe(1);

        Clock.Advance(TimeSpan.FromTicks(1));

        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel)).ShouldBe(Ranges[0] with { Attempts = 2 });
        (await Runs.RenewAsync(lost, "a", Lease, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_claim_is_renewed_by_its_owner_only()
    {
        await BeginAsync();
        var range = (await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!;
        (await Runs.RenewAsync(range, "b", Lease, Cancel)).ShouldBeFalse();
        Clock.Advance(Lease / 2);

        (await Runs.RenewAsync(range, "a", Lease, Cancel)).ShouldBeTrue();

        Clock.Advance(Lease * 0.75);
        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel))!.Index.ShouldBe(1);
        (await Runs.RenewAsync(range with { Index = 9 }, "a", Lease, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_owner_that_claims_its_range_anew_does_not_hold_it_by_the_old_claim()
    {
        await BeginAsync();
        var old = (await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!;
        Clock.Advance(Lease);
        await Runs.ClaimAsync("r_1", "a", Lease, Cancel);

        (await Runs.RenewAsync(old, "a", Lease, Cancel)).ShouldBeFalse();
        await Runs.FailAsync(old, "a", "late", Cancel);
        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel))!.Index.ShouldBe(1);
    }

    [Fact]
    public async Task A_completed_range_is_done_once_and_for_all()
    {
        await BeginAsync();
        var range = (await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!;
        await CompleteAsync(range, "a", "first");
        await CompleteAsync(range, "a", "second");
        await Runs.FailAsync(range, "a", "too late", Cancel);
        Clock.Advance(Lease * 2);

        (await Runs.CountOpenAsync("r_1", Cancel)).ShouldBe(2);
        (await Runs.RenewAsync(range, "a", Lease, Cancel)).ShouldBeFalse();
        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel))!.Index.ShouldBe(1);
        (await ResultsAsync()).ShouldBe(["0:1:first"]);
    }

    [Fact]
    public async Task A_result_of_a_former_owner_counts_for_it_is_the_same_whoever_makes_it()
    {
        await BeginAsync();
        var old = (await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!;
        Clock.Advance(Lease);
        var taken = (await Runs.ClaimAsync("r_1", "b", Lease, Cancel))!;

        await CompleteAsync(old, "a", "same");
        await CompleteAsync(taken, "b", "same");

        (await ResultsAsync()).ShouldBe(["0:2:same"]);
    }

    [Fact]
    public async Task A_range_that_the_run_does_not_have_cannot_be_completed()
    {
        await BeginAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => CompleteAsync(Ranges[0] with { Index = 9 }, "a", "x"));
    }

    [Fact]
    public async Task A_failed_range_can_be_claimed_at_once_and_only_its_owner_can_fail_it()
    {
        await BeginAsync();
        var range = (await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!;
        await Runs.FailAsync(range, "b", "not mine", Cancel);
        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel))!.Index.ShouldBe(1);

        await Runs.FailAsync(range, "a", "model missing", Cancel);

        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel)).ShouldBe(Ranges[0] with { Attempts = 2 });
    }

    [Fact]
    public async Task Results_are_listed_by_index_empty_ones_too()
    {
        await BeginAsync();
        foreach (var text in new[] { "zero", "one", "" })
        {
            await CompleteAsync((await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!, "a", text);
        }

        (await ResultsAsync()).ShouldBe(["0:1:zero", "1:1:one", "2:1:"]);
        (await Runs.CountOpenAsync("r_1", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_begun_again_goes_on_where_it_was_with_the_ranges_it_had()
    {
        await BeginAsync();
        await CompleteAsync((await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!, "a", "zero");

        (await Other<IRunStore>().BeginAsync(Make("r_1"), [new("r_1", 0, 0, 133, 0)], Cancel)).ShouldBe(Make("r_1"));

        (await Runs.CountOpenAsync("r_1", Cancel)).ShouldBe(2);
        (await ResultsAsync()).ShouldBe(["0:1:zero"]);
        (await Runs.ClaimAsync("r_1", "b", Lease, Cancel)).ShouldBe(Ranges[1] with { Attempts = 1 });
    }

    [Fact]
    public async Task A_finished_run_keeps_counts_and_slate_and_drops_results()
    {
        await BeginAsync();
        await CompleteAsync((await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!, "a", "zero");
        var finished = Make("r_1") with { Status = RunStatus.Finished, Counts = Counts };

        await Runs.FinishAsync(finished, "slate"u8.ToArray(), Cancel);

        (await Runs.FindAsync("r_1", Cancel)).ShouldBe(finished);
        (await Runs.FindSlateAsync("r_1", Cancel))!.Value.ToArray().ShouldBe("slate"u8.ToArray());
        (await ResultsAsync()).ShouldBeEmpty();
        (await Runs.BeginAsync(Make("r_1"), Ranges, Cancel)).ShouldBe(finished);
    }

    [Fact]
    public async Task A_finished_run_is_not_made_incomplete_afterwards()
    {
        await BeginAsync();
        var finished = Make("r_1") with { Status = RunStatus.Finished, Counts = Counts };
        await Runs.FinishAsync(finished, "slate"u8.ToArray(), Cancel);

        await Runs.FinishAsync(Make("r_1") with { Status = RunStatus.Incomplete }, Array.Empty<byte>(), Cancel);

        (await Runs.FindAsync("r_1", Cancel)).ShouldBe(finished);
        (await Runs.FindSlateAsync("r_1", Cancel))!.Value.Length.ShouldBe(5);
    }

    [Fact]
    public async Task An_incomplete_run_begins_afresh()
    {
        await BeginAsync();
        await CompleteAsync((await Runs.ClaimAsync("r_1", "a", Lease, Cancel))!, "a", "zero");
        var incomplete = Make("r_1") with { Status = RunStatus.Incomplete, Counts = Counts };
        await Runs.FinishAsync(incomplete, "part"u8.ToArray(), Cancel);
        (await Runs.FindAsync("r_1", Cancel)).ShouldBe(incomplete);

        (await Runs.BeginAsync(Make("r_1"), Ranges, Cancel)).ShouldBe(Make("r_1"));

        (await Runs.CountOpenAsync("r_1", Cancel)).ShouldBe(3);
        (await Runs.FindSlateAsync("r_1", Cancel)).ShouldBeNull();
        (await Runs.ClaimAsync("r_1", "a", Lease, Cancel)).ShouldBe(Ranges[0] with { Attempts = 1 });
    }

    [Fact]
    public async Task Only_a_run_that_was_begun_and_has_ended_can_be_finished()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Runs.FinishAsync(
            Make("r_1") with { Status = RunStatus.Finished }, Array.Empty<byte>(), Cancel).AsTask());
        await Should.ThrowAsync<ArgumentException>(
            () => Runs.FinishAsync(Make("r_1"), Array.Empty<byte>(), Cancel).AsTask());
    }

    [Fact]
    public async Task Runs_are_listed_latest_cut_off_first_and_then_by_id()
    {
        foreach (var (id, hours) in new[] { ("r_b", 0), ("r_a", 0), ("r_z", -1), ("r_c", 1) })
        {
            var run = Make(id);
            await Runs.BeginAsync(run with { Stamp = run.Stamp with { AsOf = run.Stamp.AsOf.AddHours(hours) } }, [], Cancel);
        }

        (await Runs.ListAsync(Cancel)).Select(run => run.Id).ShouldBe(["r_c", "r_a", "r_b", "r_z"]);
    }

    [Fact]
    public async Task Regions_do_not_see_each_other()
    {
        await BeginAsync();
        var uppsala = Other<IRunStore>("uppsala");

        (await uppsala.ListAsync(Cancel)).ShouldBeEmpty();
        (await uppsala.ClaimAsync("r_1", "a", Lease, Cancel)).ShouldBeNull();
        await Should.ThrowAsync<ArgumentException>(() => uppsala.BeginAsync(Make("r_1"), Ranges, Cancel).AsTask());
    }

    [Fact]
    public async Task Cancelling_stops_a_call_and_writes_nothing()
    {
        await ShouldBeCancelledAsync(token => Runs.BeginAsync(Make("r_1"), Ranges, token).AsTask());
        (await Runs.ListAsync(Cancel)).ShouldBeEmpty();
    }

    private Run Make(string id) => new(
        id, new RunStamp("flemingsberg", "settings", "model", Clock.Start, "inputs"), new IsoWeek(2026, 48),
        RunStatus.Running, null);

    private ValueTask<Run> BeginAsync() => Runs.BeginAsync(Make("r_1"), Ranges, Cancel);

    private Task CompleteAsync(RunRange range, string owner, string result) =>
        Runs.CompleteAsync(range, owner, Encoding.UTF8.GetBytes(result), Cancel).AsTask();

    private async Task<List<string>> ResultsAsync() =>
    [
        .. (await ListAsync(Runs.ListResultsAsync("r_1", Cancel))).Select(
            row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Range.Index}:{row.Range.Attempts}:{Encoding.UTF8.GetString(row.Result.Span)}")),
    ];
}
