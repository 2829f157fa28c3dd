using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class WordScoresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void The_first_found_are_those_that_sorting_all_would_give(int most)
    {
        var random = new Random(3);
        var scores = new WordScores(documents: 1, offers: 60);
        var offers = Enumerable.Range(0, 60).ToArray();
        random.Shuffle(offers);
        foreach (var offer in offers)
        {
            scores.Raise(offer, random.Next(5) / 4.0);
            scores.AddUncommon(offer);
        }

        var sorted = offers.OrderByDescending(offer => scores[offer]).ThenBy(offer => offer).Take(most);

        scores.Found(most).ShouldBe(sorted);
    }

    [Fact]
    public void Nothing_of_the_need_before_is_left()
    {
        var scores = new WordScores(documents: 1, offers: 2);
        scores.Raise(1, 0.5);
        scores.AddUncommon(1);

        scores.Clear();

        scores[1].ShouldBe(0);
        scores.Found(10).ShouldBeEmpty();
    }

    [Fact]
    public void An_offer_found_twice_is_listed_once()
    {
        var scores = new WordScores(documents: 1, offers: 2);
        scores.AddUncommon(1);
        scores.AddUncommon(1);

        scores.Found(10).ShouldBe([1]);
    }
}
