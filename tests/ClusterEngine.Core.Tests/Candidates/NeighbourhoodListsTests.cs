using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class NeighbourhoodListsTests
{
    [Fact]
    public void The_mean_is_over_the_ten_largest()
    {
        var lists = new NeighbourhoodLists(2);
        for (var i = 1; i <= 30; i++)
        {
            lists.Add(1, i * 7 % 31);
        }

        lists.Mean(1).ShouldBe(25.5f);
        lists.Least(1).ShouldBe(21);
    }

    [Fact]
    public void With_fewer_than_ten_it_is_over_what_there_is()
    {
        var lists = new NeighbourhoodLists(1);
        lists.Mean(0).ShouldBe(0);
        lists.Add(0, 0.5f);
        lists.Add(0, -0.25f);

        lists.Mean(0).ShouldBe(0.125f);
        lists.Least(0).ShouldBe(float.NegativeInfinity);
    }

    [Fact]
    public void Merged_lists_are_those_of_all_similarities()
    {
        var random = new Random(3);
        NeighbourhoodLists whole = new(3), left = new(3), right = new(3);
        for (var i = 0; i < 200; i++)
        {
            var (owner, similarity) = (random.Next(3), random.NextSingle());
            whole.Add(owner, similarity);
            (i % 3 == 0 ? left : right).Add(owner, similarity);
        }

        left.Merge(right);
        left.Means().ShouldBe(whole.Means());
    }
}
