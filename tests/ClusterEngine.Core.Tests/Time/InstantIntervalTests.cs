using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Time;

public sealed class InstantIntervalTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Overlap_and_intersection_are_those_of_the_instants_they_hold()
    {
        foreach (var (left, right) in Pairs())
        {
            var shared = Held(left).Intersect(Held(right)).ToArray();

            left.Overlaps(right).ShouldBe(shared.Length > 0);
            right.Overlaps(left).ShouldBe(shared.Length > 0);
            Held(left.Intersect(right)).ShouldBe(shared);
        }
    }

    [Fact]
    public void An_interval_that_ends_where_another_begins_shares_nothing_with_it() =>
        Of(0, 1).Overlaps(Of(1, 2)).ShouldBeFalse();

    [Fact]
    public void Always_holds_every_interval() => Of(1, 3).Intersect(InstantInterval.Always).ShouldBe(Of(1, 3));

    private static IEnumerable<(InstantInterval Left, InstantInterval Right)> Pairs() =>
        from a in Enumerable.Range(0, 4)
        from b in Enumerable.Range(0, 4)
        from c in Enumerable.Range(0, 4)
        from d in Enumerable.Range(0, 4)
        select (Of(a, b), Of(c, d));

    private static InstantInterval Of(int start, int end) => new(s_start.AddHours(start), s_start.AddHours(end));

    private static int[] Held(InstantInterval interval) =>
        [.. Enumerable.Range(0, 4).Where(hour => interval.Start <= s_start.AddHours(hour) && s_start.AddHours(hour) < interval.End)];
}
