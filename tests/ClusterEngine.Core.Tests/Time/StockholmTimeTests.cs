using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Time;

public sealed class StockholmTimeTests
{
    [Theory]
    [InlineData(2026, 1, 15, "2026-01-14T23:00:00Z")]
    [InlineData(2026, 7, 15, "2026-07-14T22:00:00Z")]
    [InlineData(2026, 3, 29, "2026-03-28T23:00:00Z")]
    [InlineData(2026, 10, 25, "2026-10-24T22:00:00Z")]
    public void A_day_begins_at_midnight_in_Stockholm(int year, int month, int day, string instant) =>
        StockholmTime.StartOf(new DateOnly(year, month, day))
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(instant);

    [Fact]
    public void Each_day_holds_its_first_and_last_instant()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            StockholmTime.DayOf(StockholmTime.StartOf(day)).ShouldBe(day);
            StockholmTime.DayOf(StockholmTime.StartOf(day.AddDays(1)).AddTicks(-1)).ShouldBe(day);
        }
    }

    [Fact]
    public void The_last_day_is_included_through_it_and_left_out_before_it()
    {
        var (first, last) = (new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 3));

        StockholmTime.Days(first, last).Length.ShouldBe(TimeSpan.FromHours(24));
        StockholmTime.DaysThrough(first, last).Length.ShouldBe(TimeSpan.FromHours(48));
    }

    [Fact]
    public void Open_ends_reach_as_far_as_time_does()
    {
        StockholmTime.Days(null, null).ShouldBe(InstantInterval.Always);
        StockholmTime.DaysThrough(null, DateOnly.MaxValue).ShouldBe(InstantInterval.Always);
    }
}
