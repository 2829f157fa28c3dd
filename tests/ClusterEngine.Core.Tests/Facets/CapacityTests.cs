using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Time;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Facets;

public sealed class CapacityTests
{
    private static readonly IsoWeek Week = new(2026, 48);

    [Theory]
    [InlineData(2026, 12)]
    [InlineData(2026, 43)]
    public void A_weekly_window_stays_at_nine_oclock_over_a_change_of_the_clocks(int year, int week)
    {
        var first = new IsoWeek(year, week);
        var start = StockholmTime.StartOf(first.Monday).AddHours(9);
        var window = new CapacityWindow(new InstantInterval(start, start.AddHours(8)), CapacityKind.Number, 8, CapacityUnit.Hours, "FREQ=WEEKLY;COUNT=6");

        var starts = CapacityCalendar.Occurrences(window, CapacityPlan.HorizonOf(first)).Select(occurrence => occurrence.Start).ToList();

        starts.Count.ShouldBe(6);
        starts.ShouldAllBe(at => TimeZoneInfo.ConvertTime(at, StockholmTime.Zone).Hour == 9);
        starts.Select(at => IsoWeek.Of(at)).ShouldBe(Enumerable.Range(0, 6).Select(first.AddWeeks));
    }

    [Fact]
    public void A_rule_without_an_end_is_followed_only_as_far_as_is_looked()
    {
        var window = Given.Window(Week.Monday, Week.Monday.AddDays(1), 4, recurrence: "FREQ=WEEKLY");
        CapacityCalendar.Occurrences(window, CapacityPlan.HorizonOf(Week)).Count().ShouldBe(CapacityPlan.Horizon);
    }

    [Fact]
    public void Hours_are_spread_over_their_window_and_rooms_are_there_every_week()
    {
        var fourWeeks = (From: Week.Monday, To: Week.Monday.AddDays(28));
        var hours = Given.Offer("x") with { Capacity = [Given.Window(fourWeeks.From, fourWeeks.To, 40)] };
        var rooms = Given.Offer("x") with { Capacity = [Given.Window(fourWeeks.From, fourWeeks.To, 2, CapacityUnit.Rooms)] };

        FreeCapacity.In(hours, [Week.Interval])[0]!.Value.Amount!.Value.ShouldBe(10, 1e-9);
        FreeCapacity.In(rooms, [Week.Interval])[0]!.Value.Amount.ShouldBe(2);
        FreeCapacity.In(hours, [Week.AddWeeks(4).Interval])[0].ShouldBeNull();
    }

    [Fact]
    public void A_window_ends_before_its_end()
    {
        var offer = Given.Offer("x") with { Capacity = [Given.Window(Week.Monday.AddDays(-7), Week.Monday, 5)] };
        FreeCapacity.In(offer, [Week.Interval])[0].ShouldBeNull();
    }

    [Fact]
    public void Expected_approvals_are_one_for_nothing_stated_two_for_some_and_whole_orders_for_a_number()
    {
        var (from, to) = (Week.Monday, Week.Monday.AddDays(7));
        CapacityPlan.ExpectedApprovals(Given.Offer("x"), Week).ShouldBe(1);
        CapacityPlan.ExpectedApprovals(Given.Offer("x") with { Capacity = [Given.Window(from, to, null)] }, Week).ShouldBe(2);
        CapacityPlan.ExpectedApprovals(Given.Offer("x") with { Capacity = [Given.Window(from, to, 19)] }, Week).ShouldBe(4);
        CapacityPlan.ExpectedApprovals(Given.Offer("x") with { Capacity = [Given.Window(from, to, 0)] }, Week).ShouldBe(0);
        CapacityPlan.ExpectedApprovals(
            Given.Offer("x") with { Capacity = [Given.Window(from, to.AddDays(70), 12)] }, Week).ShouldBe(1, "no week holds an order, the whole does");
    }
}
