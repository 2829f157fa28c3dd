using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Time;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2026-W13", 167)] // summer time begins on Sunday 29 March
    [InlineData("2026-W43", 169)] // and ends on Sunday 25 October
    [InlineData("2026-W48", 168)]
    public void A_week_has_the_hours_of_the_clock_in_Stockholm(string text, int hours)
    {
        IsoWeek.TryParse(text, out var week).ShouldBeTrue();
        week.Interval.Length.ShouldBe(TimeSpan.FromHours(hours));
    }

    [Theory]
    [InlineData(2020, 12, 31, "2020-W53")]
    [InlineData(2021, 1, 3, "2020-W53")]
    [InlineData(2021, 1, 4, "2021-W01")]
    [InlineData(2024, 12, 30, "2025-W01")]
    [InlineData(2026, 12, 31, "2026-W53")]
    [InlineData(2027, 1, 3, "2026-W53")]
    public void A_day_near_New_Year_belongs_to_the_ISO_year(int year, int month, int day, string week) =>
        IsoWeek.Of(new DateOnly(year, month, day)).ToString().ShouldBe(week);

    [Fact]
    public void Weeks_follow_each_other_without_gap_or_overlap()
    {
        var week = IsoWeek.Of(new DateOnly(2015, 1, 1));
        for (var i = 0; i < 1500; i++, week = week.AddWeeks(1))
        {
            var next = week.AddWeeks(1);
            next.Interval.Start.ShouldBe(week.Interval.End);
            (week < next && next > week && week <= next && next >= week).ShouldBeTrue();
            next.AddWeeks(-1).ShouldBe(week);
            IsoWeek.Of(week.Interval.Start).ShouldBe(week);
            IsoWeek.Of(week.Interval.End.AddTicks(-1)).ShouldBe(week);
            IsoWeek.TryParse(week.ToString(), out var read).ShouldBeTrue();
            read.ShouldBe(week);
        }
    }

    [Fact]
    public void An_instant_belongs_to_the_week_of_the_clock_in_Stockholm()
    {
        // Sunday 23:30 UTC is Monday 00:30 in Stockholm.
        IsoWeek.Of(new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero)).ToString().ShouldBe("2026-W48");
        IsoWeek.Of(new DateTimeOffset(2026, 11, 22, 22, 30, 0, TimeSpan.Zero)).ToString().ShouldBe("2026-W47");
    }

    [Theory]
    [InlineData("2026-W53", true)]
    [InlineData("2020-w53", true)]
    [InlineData("2025-W53", false)]
    [InlineData("2026-W00", false)]
    [InlineData("2026-W54", false)]
    [InlineData("2026W48", false)]
    [InlineData("2026-W4", false)]
    [InlineData("2026-W 4", false)]
    [InlineData("+026-W48", false)]
    [InlineData(" 2026-W48", false)]
    [InlineData("0000-W01", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_weeks_that_exist_are_read(string? text, bool exists) =>
        IsoWeek.TryParse(text, out _).ShouldBe(exists);
}
