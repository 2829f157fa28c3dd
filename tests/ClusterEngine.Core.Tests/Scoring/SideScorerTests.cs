using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Scoring;

public sealed class SideScorerTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_contributions_add_up_to_z_and_no_weight_is_negative()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var (corpus, sides) = Pair(
                new ScoringOptions { NeedPrior = (random.NextDouble() * 40) - 20, FitWeight = random.NextDouble() * 20 },
                (ProfileKind)random.Next(5), (ProfileKind)random.Next(5), random.NextDouble());
            var (need, offer) = (corpus.Needs[0], corpus.Offers[0]);
            foreach (var side in new[]
            {
                sides.NeedSide(need, offer, random.NextDouble(), random.NextDouble()),
                sides.OfferSide(need, offer, random.NextDouble(), random.Next(2) == 0 ? null : random.NextDouble()),
            })
            {
                side.Contributions.Sum(part => part.Amount).ShouldBe(side.Z, 1e-9);
                side.Contributions.ShouldAllBe(part => part.Feature == "prior" || (part.Weight >= 0 && part.Value >= 0 && part.Value <= 1));
                side.Contributions.Select(part => part.Feature).ShouldBeUnique(StringComparer.Ordinal);
                side.Contributions[^1].Feature.ShouldBe("prior");
                side.Probability.ShouldBe(1 / (1 + Math.Exp(-side.Z)), 1e-12);
            }
        }
    }

    [Fact]
    public void A_better_fit_makes_both_sides_likelier()
    {
        var (corpus, sides) = Pair(new ScoringOptions(), ProfileKind.Company, ProfileKind.Lab, 0);
        for (var fit = 0.0; fit < 0.95; fit += 0.1)
        {
            sides.NeedSide(corpus.Needs[0], corpus.Offers[0], fit + 0.1, 0).Probability
                .ShouldBeGreaterThan(sides.NeedSide(corpus.Needs[0], corpus.Offers[0], fit, 0).Probability);
            sides.OfferSide(corpus.Needs[0], corpus.Offers[0], fit + 0.1, 0).Probability
                .ShouldBeGreaterThan(sides.OfferSide(corpus.Needs[0], corpus.Offers[0], fit, 0).Probability);
        }
    }

    [Fact]
    public void A_side_that_states_no_need_stands_on_its_kinds_prior_alone()
    {
        var (corpus, sides) = Pair(new ScoringOptions(), ProfileKind.Company, ProfileKind.Clinic, 0);
        var side = sides.OfferSide(corpus.Needs[0], corpus.Offers[0], 0.5, null);
        side.Contributions.ShouldNotContain(part => part.Feature == "coverage");
        side.Contributions[^1].Amount.ShouldBe(new ScoringOptions().OfferPrior - 0.3, 1e-12);
    }

    [Fact]
    public void Nearness_is_1_next_door_and_one_half_at_25_kilometres_and_when_it_is_not_known()
    {
        Nearness(0).ShouldBe(1);
        Nearness(25 / 111.195).ShouldBe(0.5, 1e-3, "a degree of latitude is 111.195 km on the mean sphere");
        Nearness(null).ShouldBe(0.5);

        static double Nearness(double? degrees)
        {
            var (corpus, sides) = Pair(new ScoringOptions(), ProfileKind.Company, ProfileKind.Lab, degrees);
            return sides.NeedSide(corpus.Needs[0], corpus.Offers[0], 0.5, 0).Contributions.Single(part => part.Feature == "distance").Value;
        }
    }

    private static (Corpus Corpus, SideScorer Sides) Pair(ScoringOptions options, ProfileKind asker, ProfileKind owner, double? degreesApart)
    {
        var corpus = Corpus.Of([
            Given.Profile("a", [Given.Need("x")], kind: asker) with { Place = new GeoPoint(59, 18) },
            Given.Profile("b", offers: [Given.Offer("x")], kind: owner) with { Place = degreesApart is { } apart ? new GeoPoint(59 + apart, 18) : null },
        ]);
        return (corpus, new SideScorer(options, new CapacityOutlook(corpus, Today)));
    }
}
