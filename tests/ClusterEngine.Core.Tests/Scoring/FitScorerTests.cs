using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Scoring;

public sealed class FitScorerTests
{
    [Fact]
    public void A_fit_lies_from_0_to_1_and_never_falls_as_the_cosine_or_the_words_rise()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var options = new ScoringOptions
            {
                VectorShare = random.NextDouble(),
                UnlikeCategory = random.NextDouble(),
                NoFit = random.NextDouble() - 1,
                FullFit = random.NextDouble() + 0.01,
            };
            var fit = Scorer(options, random.NextSingle(), random.NextSingle(), Category.Data, round % 2 == 0 ? Category.Data : Category.Funding);
            var last = 0.0;
            for (var step = -20; step <= 20; step++)
            {
                var next = fit.Fit(0, 0, step / 20.0, 0.5);
                next.ShouldBeInRange(last, 1);
                fit.Fit(0, 0, step / 20.0, 1).ShouldBeInRange(next, 1);
                last = next;
            }
        }
    }

    [Fact]
    public void An_unlike_category_lowers_and_never_excludes_and_one_not_stated_does_neither()
    {
        var options = new ScoringOptions();
        double Fit(Category? wanted, Category? offered) => Scorer(options, 0.3f, 0.3f, wanted, offered).Fit(0, 0, 0.9, 0.5);

        Fit(Category.Space, Category.Data).ShouldBe(Fit(Category.Space, Category.Space) * options.UnlikeCategory, 1e-12);
        Fit(null, Category.Data).ShouldBe(Fit(Category.Data, Category.Data));
        Fit(Category.Data, null).ShouldBe(Fit(Category.Data, Category.Data));
    }

    [Fact]
    public void An_offer_that_is_near_everybody_fits_less_than_one_that_is_near_this_need_alone() =>
        Scorer(new ScoringOptions(), 0.3f, 0.7f, null, null).Fit(0, 0, 0.6, 0)
            .ShouldBeLessThan(Scorer(new ScoringOptions(), 0.3f, 0.3f, null, null).Fit(0, 0, 0.6, 0));

    private static FitScorer Scorer(ScoringOptions options, float needHub, float offerHub, Category? wanted, Category? offered) => new(
        options,
        Corpus.Of([
            Given.Profile("a", [Given.Need("x") with { Category = wanted }]),
            Given.Profile("b", offers: [Given.Offer("x") with { Category = offered }]),
        ]),
        new CorpusStatistics([needHub], [offerHub], [1]));
}
