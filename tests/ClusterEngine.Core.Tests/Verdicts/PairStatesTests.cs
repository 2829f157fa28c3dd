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
