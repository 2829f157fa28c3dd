using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Scoring;

public sealed class CoverageTests
{
    private static readonly Corpus Both = Corpus.Of([
        Given.Profile("a", [Given.Need("x", key: "large") with { Priority = 5 }, Given.Need("y", key: "small") with { Priority = 1 }]),
        Given.Profile("b", offers: [Given.Offer("x", "1"), Given.Offer("y", "2")]),
    ]);

    [Fact]
    public void It_weighs_each_needs_best_offer_by_priority_and_rarity()
    {
        var large = Both.Needs.Single(need => need.Need.Key == "large").Index;
        var rarity = new double[2];
        (rarity[large], rarity[1 - large]) = (2, 3);
        var candidates = new NeedCandidates[2];
        candidates[large] = new([new(0, 0.8, 0, 0), new(1, 0.6, 0, 0)], [new(1, 1, 0, 0)]);
        candidates[1 - large] = new([new(1, 0.5, 0, 0)], []);

        var coverage = new Coverage(Both, candidates, new CorpusStatistics([0, 0], [0, 0], rarity));

        // ω: 5·2 and 1·3; the best fits 0.8 and 0.5; what is refused counts nothing.
        coverage.Of(Id("a"), Id("b")).ShouldNotBeNull().ShouldBe(((10 * 0.8) + (3 * 0.5)) / 13, 1e-12);
        coverage.Of(Id("b"), Id("a")).ShouldBeNull("b states no need");
        coverage.Of(Id("a"), "nobody").ShouldBe(0);
    }

    [Fact]
    public void All_met_in_full_is_1_and_not_more()
    {
        NeedCandidates full = new([new(0, 1, 0, 0)], []);
        new Coverage(Both, [full, full], new CorpusStatistics([0, 0], [0, 0], [0.1, 0.7])).Of(Id("a"), Id("b")).ShouldBe(1);
    }

    [Fact]
    public void Candidates_are_read_as_they_were_written()
    {
        NeedCandidates[] written = [new([new(7, 0.123456789012345678, 3, 4), new(1, 0, 0, 0)], []), new([], [new(2, 1, 5, 6)])];

        var read = NeedCandidates.Read(NeedCandidates.Write(written));

        read.Count.ShouldBe(2);
        read[0].Eligible.ShouldBe(written[0].Eligible);
        read[0].Refused.ShouldBeEmpty();
        read[1].Refused.ShouldBe(written[1].Refused);
        NeedCandidates.Read(NeedCandidates.Write([])).ShouldBeEmpty();
    }

    private static string Id(string name) => Given.Profile(name).Id;
}
