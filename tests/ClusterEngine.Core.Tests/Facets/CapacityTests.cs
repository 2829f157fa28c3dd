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
    public void A_window_of_whole_days_ends_at_midnight_over_a_change_of_the_clocks()
    {
        var (monday, last) = (new IsoWeek(2026, 12).Monday, new IsoWeek(2026, 13));
        var window = Given.Window(monday, monday.AddDays(7), 10, recurrence: "FREQ=WEEKLY;COUNT=2");
        var offer = Given.Offer("x") with { Capacity = [window] };

        CapacityCalendar.Occurrences(window, CapacityPlan.HorizonOf(new IsoWeek(2026, 12))).Last().ShouldBe(last.Interval);
        FreeCapacity.In(offer, [last.AddWeeks(1).Interval])[0].ShouldBeNull("the hour that the week was shorter by is nobody's");
    }

    [Theory]
    [InlineData("FREQ=DAILY", 5)]
    [InlineData("FREQ=DAILY;UNTIL=20261125", 3)]
    [InlineData("FREQ=DAILY;UNTIL=20261125T075959Z", 2)]
    [InlineData("FREQ=DAILY;UNTIL=20261125T080000Z", 3)]
    [InlineData("FREQ=DAILY;COUNT=6172", 2)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0)]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", 0)]
    public void A_rule_that_began_long_ago_or_never_holds_is_followed_to_the_days_asked_about(string rule, int occurrences)
    {
        var start = StockholmTime.StartOf(new DateOnly(2010, 1, 1)).AddHours(9);
        var window = new CapacityWindow(new InstantInterval(start, start.AddHours(1)), CapacityKind.Some, null, null, rule);

        CapacityCalendar.Occurrences(window, StockholmTime.Days(Week.Monday, Week.Monday.AddDays(5))).Count().ShouldBe(occurrences);
    }

    [Fact]
    public void An_occurrence_under_way_counts_and_one_that_ends_as_the_week_begins_does_not()
    {
        var start = Week.Interval.Start.AddDays(-7).AddHours(-4);
        CapacityWindow Nightly(double hours) => new(
            new InstantInterval(start, start.AddHours(hours)), CapacityKind.Some, null, null, "FREQ=WEEKLY");

        CapacityCalendar.Occurrences(Nightly(5), Week.Interval).Select(occurrence => occurrence.Start)
            .ShouldBe([Week.Interval.Start.AddHours(-4), Week.Interval.End.AddHours(-4)]);
        CapacityCalendar.Occurrences(Nightly(4), Week.Interval).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_year_of_53_weeks_has_a_window_in_each()
    {
        var first = new IsoWeek(2026, 52);
        var window = Given.Window(first.Monday, first.Monday.AddDays(1), null, recurrence: "FREQ=WEEKLY;COUNT=3");
        CapacityCalendar.Occurrences(window, CapacityPlan.HorizonOf(first)).Select(occurrence => IsoWeek.Of(occurrence.Start).ToString())
            .ShouldBe(["2026-W52", "2026-W53", "2027-W01"]);
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
    public void A_number_says_more_than_some_and_some_more_than_ask()
    {
        var ask = new CapacityWindow(Week.Interval, CapacityKind.Ask, null, null, null);
        var some = ask with { Kind = CapacityKind.Some };
        var hours = ask with { Kind = CapacityKind.Number, Amount = 6, Unit = CapacityUnit.Hours };

        Free(ask, some).Kind.ShouldBe(CapacityKind.Some);
        Free(some, hours, ask).Amount.ShouldBe(6);
        Free(hours, hours).Amount.ShouldBe(12, "hours add up");
        Free(hours with { Unit = CapacityUnit.Places }, hours with { Unit = CapacityUnit.Places, Amount = 2 }).Amount.ShouldBe(6, "places do not");
        Free(hours, hours with { Unit = CapacityUnit.Samples, Amount = 500 }).Amount.ShouldBe(6, "and samples are no hours");

        static FreeCapacity Free(params CapacityWindow[] windows) =>
            FreeCapacity.In(Given.Offer("x") with { Capacity = windows }, [Week.Interval])[0]!.Value;
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
