using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class VerdictStoreContract(IStoreSource source) : StoreContract(source)
{
    [Fact]
    public async Task Every_field_of_a_verdict_comes_back_as_it_was()
    {
        var verdict = Make("v_1", 0) with
        {
            By = VerdictBy.OfferSide,
            Kind = VerdictKind.Decline,
            Reason = RejectionReason.AlreadyInContact,
            ExaminedOfferIds = ["o_2", "o_1"],
            Note = "Vi ses redan på fikat ☕",
        };
        await Verdicts.AddAsync([verdict], Cancel);

        (await Verdicts.ListAsync(Cancel)).ShouldHaveSingleItem().Content().ShouldBe(verdict.Content());
    }

    [Fact]
    public async Task Every_kind_and_reason_comes_back()
    {
        var verdicts = (
            from kind in Enum.GetValues<VerdictKind>()
            from reason in Enum.GetValues<RejectionReason>()
            select Make($"v_{kind}_{reason}", ((int)kind * 100) + (int)reason) with { Kind = kind, Reason = reason }).ToList();

        await Verdicts.AddAsync(verdicts, Cancel);

        (await Verdicts.ListAsync(Cancel)).Content().ShouldBe(verdicts.Content());
    }

    [Fact]
    public async Task The_same_verdict_twice_counts_once_and_keeps_its_first_note()
    {
        (await Verdicts.AddAsync([Make("v_1", 0) with { Note = "first" }], Cancel)).ShouldBe(1);
        (await Verdicts.AddAsync([Make("v_1", 0) with { Note = "second" }, Make("v_2", 0), Make("v_2", 0)], Cancel))
            .ShouldBe(1);

        (await Verdicts.ListAsync(Cancel)).Select(verdict => (verdict.Id, verdict.Note))
            .ShouldBe([("v_1", "first"), ("v_2", null)]);
    }

    [Fact]
    public async Task Verdicts_are_listed_by_time_and_then_by_id()
    {
        await Verdicts.AddAsync([Make("v_b", 2), Make("v_a", 2), Make("v_B", 2), Make("v_c", 1)], Cancel);
        await Other<IVerdictStore>().AddAsync([Make("v_z", 0)], Cancel);

        (await Verdicts.ListAsync(Cancel)).Select(verdict => verdict.Id).ShouldBe(["v_z", "v_c", "v_B", "v_a", "v_b"]);
    }

    [Fact]
    public async Task Regions_do_not_see_each_other()
    {
        await Verdicts.AddAsync([Make("v_1", 0)], Cancel);
        var uppsala = Other<IVerdictStore>("uppsala");

        (await uppsala.ListAsync(Cancel)).ShouldBeEmpty();
        (await uppsala.AddAsync([Make("v_1", 0)], Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_stops_a_call_and_writes_nothing()
    {
        await ShouldBeCancelledAsync(token => Verdicts.AddAsync([Make("v_1", 0)], token).AsTask());
        (await Verdicts.ListAsync(Cancel)).ShouldBeEmpty();
    }

    private Verdict Make(string id, int ticks) => new()
    {
        Id = id,
        NeedId = "n_1",
        OfferId = "o_1",
        By = VerdictBy.Coordinator,
        Kind = VerdictKind.Approve,
        At = Clock.GetUtcNow().AddTicks(ticks),
    };
}
