using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class TopListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(500)]
    public void The_first_of_many_are_kept_in_order_whatever_order_they_come_in(int capacity)
    {
        var random = new Random(capacity);
        var candidates = Enumerable.Range(0, 300)
            .Select(owner => new Candidate(owner, random.Next(20) / 20f, 0, owner)).ToArray();
        var expected = candidates.OrderByDescending(candidate => candidate.Similarity)
            .ThenBy(candidate => candidate.Owner).Take(capacity).ToArray();

        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(candidates);
            var list = new TopList(capacity);
            Array.ForEach(candidates, candidate => list.Add(candidate));
            list.ToSortedArray().ShouldBe(expected);
        }
    }

    [Fact]
    public void Least_is_what_must_be_exceeded()
    {
        var list = new TopList(2);
        list.Least.ShouldBe(float.NegativeInfinity);
        list.Add(new Candidate(5, 0.5f, 0, 0));
        list.Least.ShouldBe(float.NegativeInfinity);
        list.Add(new Candidate(6, 0.7f, 0, 0));
        list.Least.ShouldBe(0.5f);

        list.WouldEnter(new Candidate(4, 0.5f, 0, 0)).ShouldBeTrue("a lower owner comes first among equals");
        list.WouldEnter(new Candidate(7, 0.5f, 0, 0)).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_enters_where_there_is_no_room()
    {
        var list = new TopList(0);
        list.Add(new Candidate(0, 1, 0, 0));

        list.ToSortedArray().ShouldBeEmpty();
        list.Least.ShouldBe(float.PositiveInfinity);
    }

    [Fact]
    public void A_cleared_list_is_as_new()
    {
        var list = new TopList(1);
        list.Add(new Candidate(0, 1, 0, 0));
        list.Clear();

        list.Least.ShouldBe(float.NegativeInfinity);
        list.Add(new Candidate(9, -1, 0, 0));
        list.ToSortedArray().ShouldBe([new Candidate(9, -1, 0, 0)]);
    }
}
