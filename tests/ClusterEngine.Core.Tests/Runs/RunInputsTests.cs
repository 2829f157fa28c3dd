using System.Globalization;
using System.Reflection;
using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Runs;

public sealed class RunInputsTests
{
    [Fact]
    public void Every_setting_that_changes_results_changes_the_digest()
    {
        var digests = new List<string> { Digest(new(), new(), new()) };
        foreach (var property in Settable(typeof(CandidateOptions)))
        {
            digests.Add(Digest(Changed(new CandidateOptions(), property), new(), new()));
        }

        foreach (var property in Settable(typeof(ScoringOptions)))
        {
            digests.Add(Digest(new(), Changed(new ScoringOptions(), property), new()));
        }

        foreach (var property in Settable(typeof(AllocationOptions)))
        {
            digests.Add(Digest(new(), new(), Changed(new AllocationOptions(), property)));
        }

        digests.Count.ShouldBeGreaterThan(20);
        digests.ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void A_change_anywhere_in_a_profile_changes_the_digest_of_the_inputs()
    {
        var profile = Given.Profile("a", [Given.Need("x")], [Given.Offer("y")]);
        var need = profile.Needs[0];
        Profile[] versions =
        [
            profile,
            profile with { Paused = true },
            profile with { Place = new GeoPoint(59, 18) },
            profile with { Needs = [need with { Priority = 4 }] },
            profile with { Needs = [need with { Hard = new HardRequirements { Exclude = ["b"] } }] },
            profile with { Offers = [profile.Offers[0] with { BslMax = 2 }] },
            profile with { Offers = [profile.Offers[0] with { Capacity = [Given.Window(new(2027, 1, 1), new(2027, 1, 2), 4)] }] },
        ];
        versions.Select(version => new RunInputs([version], [], null, null, null).Digest()).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 16)]
    [InlineData(1000, 512)]
    public void The_ranges_hold_each_need_once_in_order(int needs, int size) =>
        RangeWorker.Ranges("r", needs, size).SelectMany(range => Enumerable.Range(range.First, range.Count))
            .ShouldBe(Enumerable.Range(0, needs));

    private static string Digest(CandidateOptions candidates, ScoringOptions scoring, AllocationOptions allocation) =>
        RunInputs.SettingsDigest(candidates, scoring, allocation, 0.3);

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static T Changed<T>(T options, PropertyInfo property)
        where T : class
    {
        var value = Convert.ToDouble(property.GetValue(options), CultureInfo.InvariantCulture);
        property.SetValue(options, Convert.ChangeType(value + 1, property.PropertyType, CultureInfo.InvariantCulture));
        return options;
    }
}
