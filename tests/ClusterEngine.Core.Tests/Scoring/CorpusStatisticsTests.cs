using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Scoring;

public sealed class CorpusStatisticsTests
{
    [Fact]
    public void A_crowd_of_equal_partners_is_not_taken_for_a_hub()
    {
        var corpus = Corpus.Of(Enumerable.Range(0, 12).Select(i => Given.Profile(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"unit{i}"),
            needs: [Given.Need("sterile filling")], offers: [Given.Offer("sterile filling")])));
        var same = Enumerable.Repeat(0.9f, 12).ToArray();

        var statistics = CorpusStatistics.Of(corpus, new NeighbourhoodMeans(same, same), new WordIndex(corpus));

        new FitScorer(new ScoringOptions(), corpus, statistics).Fit(0, 1, cosine: 0.9, words: 0).ShouldBeGreaterThan(0.8);
    }
}
