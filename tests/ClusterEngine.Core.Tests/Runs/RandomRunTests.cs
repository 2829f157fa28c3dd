using System.Globalization;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Runs;

/// <summary>What must hold of a report whatever the profiles. All texts are alike, so that only requirements tell offers apart.</summary>
public sealed class RandomRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_requirement_cap_or_budget_is_ever_broken(int seed)
    {
        var random = new Random(seed);
        var bench = new PipelineBench();
        (bench.Allocation.ReviewBudget, bench.Allocation.LeastScore) = (12, 0);
        var profiles = Enumerable.Range(0, 40).Select(i => Profile(i, random)).ToArray();
        await bench.PutAsync(profiles);

        var report = (await bench.RunAsync()).Report;

        report.Matches.Count.ShouldBeInRange(1, 12);
        foreach (var match in report.Matches)
        {
            var (need, offer) = (profiles.Single(profile => profile.Id == match.Need.ProfileId), profiles.Single(profile => profile.Id == match.Offer.ProfileId));
            var (hard, offered) = (need.Needs.Single(each => each.Id == match.Need.FacetId).Hard, offer.Offers.Single(each => each.Id == match.Offer.FacetId));
            (hard.BslMin is null || offered.BslMax >= hard.BslMin).ShouldBeTrue();
            hard.CertificationsAll.ShouldBeSubsetOf(offered.Certifications, StringComparer.Ordinal);
            (hard.LanguagesAny.Count == 0 || offered.Languages.Count == 0 || hard.LanguagesAny.Intersect(offered.Languages, StringComparer.Ordinal).Any()).ShouldBeTrue();
            (offered.AvailableTo is null || hard.From is null || offered.AvailableTo >= hard.From).ShouldBeTrue();
            hard.Exclude.Contains(offer.SourceId, StringComparer.Ordinal).ShouldBeFalse();
            (need.LegalEntity!.Id == offer.LegalEntity!.Id).ShouldBeFalse();
            match.Requirements.ShouldNotContain(check => check.Outcome == CheckOutcome.NotMet);
        }

        foreach (var exposure in report.Exposure)
        {
            exposure.Matches.ShouldBeLessThanOrEqualTo(
                bench.Allocation.CapOf(profiles.Single(profile => profile.Id == exposure.ProfileId).Kind));
        }

        report.Matches.Select(match => string.Join('|', new[] { match.Need.ProfileId, match.Offer.ProfileId }.Order(StringComparer.Ordinal)))
            .ShouldBeUnique(StringComparer.Ordinal);
        report.Matches.Select(match => match.Score).ShouldBeInOrder(SortDirection.Descending);
        report.Matches.ShouldAllBe(match => match.Score >= 0 && match.Score <= 1 && match.Fit >= 0 && match.Fit <= 1);
    }

    private static Profile Profile(int i, Random random)
    {
        T? Maybe<T>(T value)
            where T : struct => random.Next(2) == 0 ? null : value;
        IReadOnlyList<string> Some(string value) => random.Next(2) == 0 ? [] : [value];
        return Given.Profile(
            Name(i),
            [
                Given.Need("sterile filling of vials", new HardRequirements
                {
                    BslMin = Maybe(random.Next(1, 5)),
                    CertificationsAll = Some(random.Next(2) == 0 ? "GMP" : "GLP"),
                    From = Maybe(new DateOnly(2026, 12, 1).AddDays(random.Next(60))),
                    LanguagesAny = Some(random.Next(2) == 0 ? "sv" : "en"),
                    Exclude = [Name(random.Next(40)), Name(random.Next(40))],
                }),
            ],
            [
                Given.Offer("sterile filling of vials") with
                {
                    BslMax = Maybe(random.Next(1, 5)),
                    Certifications = random.Next(3) == 0 ? [] : ["GMP", "GLP"],
                    AvailableTo = Maybe(new DateOnly(2026, 12, 1).AddDays(random.Next(60))),
                    Languages = Some(random.Next(2) == 0 ? "sv" : "en"),
                },
            ],
            (ProfileKind)random.Next(5), Name(i / 4));
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"unit{i}");
}
