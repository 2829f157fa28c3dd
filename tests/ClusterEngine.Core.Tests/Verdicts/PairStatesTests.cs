using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Tests.Verdicts;

public sealed class PairStatesTests
{
    private static readonly DateTimeOffset Said = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RejectionReason.TooEarly)]
    [InlineData(RejectionReason.NoCapacity)]
    public void A_reason_that_passes_lapses_after_eight_weeks(RejectionReason reason)
    {
        State(Said.AddDays(56), Says(VerdictKind.Reject, reason)).ShouldBe(PairState.TurnedDown);
        State(Said.AddDays(57), Says(VerdictKind.Reject, reason)).ShouldBe(PairState.Open);
    }

    [Fact]
    public void A_wrong_technique_stays_wrong_and_those_in_contact_stay_so()
    {
        State(Said.AddYears(5), Says(VerdictKind.Reject, RejectionReason.WrongTechnique)).ShouldBe(PairState.TurnedDown);
        State(Said.AddYears(5), Says(VerdictKind.Decline, RejectionReason.AlreadyInContact)).ShouldBe(PairState.InContact);
    }

    [Fact]
    public void The_last_word_counts_and_a_meeting_changes_nothing()
    {
        State(Said.AddDays(9), Says(VerdictKind.Later), Says(VerdictKind.Approve, at: Said.AddDays(1)), Says(VerdictKind.Met, at: Said.AddDays(2)))
            .ShouldBe(PairState.Approved);
        State(Said.AddDays(9), Says(VerdictKind.Approve), Says(VerdictKind.Decline, RejectionReason.Other, Said.AddDays(1)))
            .ShouldBe(PairState.TurnedDown);
    }

    [Fact]
    public void Only_an_approval_brings_back_two_who_know_each_other()
    {
        var known = Says(VerdictKind.Reject, RejectionReason.AlreadyInContact);
        State(Said.AddYears(1), known, Says(VerdictKind.Later, at: Said.AddDays(1))).ShouldBe(PairState.InContact);
        State(Said.AddYears(1), known, Says(VerdictKind.Decline, RejectionReason.TooEarly, Said.AddDays(1))).ShouldBe(PairState.InContact);
        State(Said.AddYears(1), known, Says(VerdictKind.Approve, at: Said.AddDays(1))).ShouldBe(PairState.Approved);
    }

    [Theory]
    [InlineData(VerdictKind.Met)]
    [InlineData(VerdictKind.Outcome)]
    public void Two_who_met_without_an_approval_know_each_other(VerdictKind kind) =>
        State(Said.AddDays(1), Says(kind)).ShouldBe(PairState.InContact);

    [Fact]
    public void A_reason_that_lapses_does_not_undo_one_that_stays() => State(
        Said.AddYears(1),
        Says(VerdictKind.Reject, RejectionReason.WrongTechnique),
        Says(VerdictKind.Decline, RejectionReason.NoCapacity, Said.AddDays(1))).ShouldBe(PairState.TurnedDown);

    [Fact]
    public void A_postponed_pair_comes_back_and_a_sides_wish_to_meet_changes_nothing()
    {
        State(Said.AddYears(1), Says(VerdictKind.Later)).ShouldBe(PairState.Postponed);
        State(Said.AddYears(1), Says(VerdictKind.Accept)).ShouldBe(PairState.Open);
    }

    [Fact]
    public void The_order_in_which_verdicts_arrive_changes_nothing()
    {
        Verdict[] said =
            [Says(VerdictKind.Later), Says(VerdictKind.Reject, RejectionReason.Other, Said.AddDays(1)), Says(VerdictKind.Approve, at: Said.AddDays(2))];
        State(Said.AddDays(9), said).ShouldBe(State(Said.AddDays(9), [.. said.Reverse()]));
    }

    [Fact]
    public void What_is_said_after_the_cut_off_is_not_known_yet() =>
        State(Said.AddDays(-1), Says(VerdictKind.Approve)).ShouldBe(PairState.Open);

    private static PairState State(DateTimeOffset asOf, params Verdict[] verdicts) => new PairStates(verdicts, asOf).Of("n", "o");

    private static Verdict Says(VerdictKind kind, RejectionReason? reason = null, DateTimeOffset? at = null) => new()
    {
        Id = Verdict.DeriveId("n", "o", VerdictBy.Coordinator, kind, reason, at ?? Said),
        NeedId = "n",
        OfferId = "o",
        By = VerdictBy.Coordinator,
        Kind = kind,
        Reason = reason,
        At = at ?? Said,
    };
}
