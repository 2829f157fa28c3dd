using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterEngine.Core.Import;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Import;

/// <summary>The committed sample names no person, and says of each organisation whether it takes part.</summary>
public sealed partial class SampleContentTests
{
    private static readonly string[] Fictional = ["fictional-biotech", "fictional-clinical", "fictional-medtech"];

    [Fact]
    public void No_text_holds_an_email_address_a_telephone_number_or_a_personal_identity_number()
    {
        foreach (var (file, profile) in Profiles())
        {
            foreach (var text in Texts(profile))
            {
                Email().IsMatch(text).ShouldBeFalse($"{file}: {text}");
                Telephone().IsMatch(text).ShouldBeFalse($"{file}: {text}");
                PersonalNumber.IndexIn(text, new DateOnly(2026, 11, 25)).ShouldBeNull($"{file}: {text}");
            }
        }
    }

    [Fact]
    public void Real_organisations_are_unclaimed_with_a_source_and_have_no_contact()
    {
        var real = Profiles().Where(entry => entry.File is "flemingsberg").Select(entry => entry.Profile).ToList();
        real.Count.ShouldBe(82);
        foreach (var profile in real)
        {
            profile.GetProperty("claim").GetString().ShouldBe("unclaimed");
            profile.GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
            IsNull(profile, "contact").ShouldBeTrue();
        }
    }

    [Fact]
    public void At_least_eighty_organisations_are_fictional_and_none_of_them_has_a_number_that_somebody_could_own()
    {
        var fictional = Profiles().Where(entry => Fictional.Contains(entry.File, StringComparer.Ordinal)).Select(entry => entry.Profile).ToList();
        fictional.Count.ShouldBeGreaterThanOrEqualTo(80);
        foreach (var profile in fictional)
        {
            profile.GetProperty("claim").GetString().ShouldBe("fictional");
            (IsNull(profile, "ror") && IsNull(profile, "orcid") && IsNull(profile, "contact")).ShouldBeTrue();
            (IsNull(profile, "legal_entity") || IsNull(profile.GetProperty("legal_entity"), "organisationsnummer")).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("Skriv till info@exempel.se", true)]
    [InlineData("Ring 08-123 456 78", true)]
    [InlineData("+46 8 123 456 78", true)]
    [InlineData("2 × 150 bp, 5 000 celler, ISO 13485, 2026-11-25", false)]
    public void The_patterns_find_addresses_and_telephone_numbers_and_leave_quantities_alone(string text, bool found) =>
        (Email().IsMatch(text) || Telephone().IsMatch(text)).ShouldBe(found);

    private static bool IsNull(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null;

    private static IEnumerable<(string File, JsonElement Profile)> Profiles() =>
        from file in Directory.EnumerateFiles(Repository.SampleProfiles(), "*.jsonl")
        from line in File.ReadLines(file)
        select (Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(line).RootElement);

    // Every string but web addresses, whose paths may hold long numbers.
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not "url").SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    // A trunk zero or +46, then seven to ten more digits with single blanks or hyphens between them.
    [GeneratedRegex(@"(?<![\d.,–-])(?:\+46|0(?=\d{1,3}[ -]))(?:[ -]?\d){7,10}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();
}
