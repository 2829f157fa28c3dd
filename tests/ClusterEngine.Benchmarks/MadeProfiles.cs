using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Benchmarks;

/// <summary>Makes any number of profiles from the samples, with the same seed the same ones: a sample profile's fields with an id
/// and a legal entity of its own, and five facets of its kind, about half of them needs, each with some words changed and
/// its vectors moved.</summary>
internal sealed class MadeProfiles
{
    private const int FacetsEach = 5;
    private const string Source = "made";

    // Every seventh word: enough that no two texts are alike and few that what they are about stays.
    private const double ChangedWords = 0.15;

    // Half a vector's length in the direction of other texts, and a fifth in any: even noise alone would leave all facets
    // made from one text equally far from each other, as no ten texts about one thing are.
    private const double TowardsOthers = 0.5;
    private const int Others = 3;
    private const double Noise = 0.2;

    private readonly List<Profile> _samples;
    private readonly Dictionary<ProfileKind, List<Facet>> _needs;
    private readonly Dictionary<ProfileKind, List<Facet>> _offers;
    private readonly Dictionary<string, string[]> _words;
    private readonly float[][] _directions;

    /// <param name="samples">The sample profiles.</param>
    /// <param name="vectors">The vectors of each of their texts, by window.</param>
    public MadeProfiles(IReadOnlyList<Profile> samples, IReadOnlyDictionary<TextToEmbed, IReadOnlyList<float[]>> vectors)
    {
        _samples = [.. samples.OrderBy(profile => profile.Id, StringComparer.Ordinal)];
        _needs = ByKind(profile => profile.Needs.Select(need => new Facet(need, null, Vectors(FacetSide.Need, need.Text))));
        _offers = ByKind(profile => profile.Offers.Select(offer => new Facet(null, offer, Vectors(FacetSide.Offer, offer.Text))));
        _directions = [.. _needs.Values.Concat(_offers.Values).SelectMany(facets => facets)
            .SelectMany(facet => facet.Vectors.Values).SelectMany(windows => windows)];
        _words = _needs.Values.Concat(_offers.Values).SelectMany(facets => facets)
            .SelectMany(facet => (facet.Need?.Text ?? facet.Offer!.Text).Versions())
            .GroupBy(version => version.Language, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(version => version.Text.Split(' ')).ToArray(), StringComparer.Ordinal);

        Dictionary<ProfileKind, List<Facet>> ByKind(Func<Profile, IEnumerable<Facet>> facets) => _samples
            .GroupBy(profile => profile.Kind).ToDictionary(group => group.Key, group => group.SelectMany(facets).ToList());

        Dictionary<string, IReadOnlyList<float[]>> Vectors(FacetSide side, LocalizedText text) => text.Versions().ToDictionary(
            version => version.Language, version => vectors[new TextToEmbed(side, version.Text)], StringComparer.Ordinal);
    }

    /// <summary>The profile of a number, with the vectors of its facets' language versions, by facet id and language.</summary>
    public (Profile Profile, Dictionary<(string FacetId, string Language), float[][]> Vectors) Make(int number)
    {
        var random = new Random(number);
        var sample = _samples[number % _samples.Count];
        var sourceId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sample.SourceId}-{number}");
        var id = Profile.DeriveId(sample.Region, Source, sourceId);
        var (needs, offers) = (new List<Need>(), new List<Offer>());
        var vectors = new Dictionary<(string, string), float[][]>();
        for (var i = 0; i < FacetsEach; i++)
        {
            var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i}");
            var facet = Draw(random, sample.Kind);
            if (facet.Need is { } need)
            {
                needs.Add(need with { Id = Need.DeriveId(id, key), Key = key, Text = Change(random, need.Text) });
                Move(random, facet, needs[^1].Id, vectors);
            }
            else
            {
                var offer = facet.Offer!;
                offers.Add(offer with { Id = Offer.DeriveId(id, key), Key = key, Text = Change(random, offer.Text) });
                Move(random, facet, offers[^1].Id, vectors);
            }
        }

        var profile = sample with
        {
            Id = id,
            Source = Source,
            SourceId = sourceId,
            ParentId = null,
            Paused = false,
            LegalEntity = new LegalEntity("entity-" + sourceId, "Entity " + sourceId, null, false, "SE", null),
            Needs = needs,
            Offers = offers,
        };
        return (profile, vectors);
    }

    private Facet Draw(Random random, ProfileKind kind)
    {
        var (needs, offers) = (_needs[kind], _offers[kind]);
        var from = offers.Count == 0 || (needs.Count > 0 && random.Next(2) == 0) ? needs : offers;
        return from[random.Next(from.Count)];
    }

    private LocalizedText Change(Random random, LocalizedText text)
    {
        return new LocalizedText(Changed("sv", text.Sv), Changed("en", text.En));

        string? Changed(string language, string? version) => version is null ? null : string.Join(' ', version.Split(' ')
            .Select(word => random.NextDouble() < ChangedWords ? _words[language][random.Next(_words[language].Length)] : word));
    }

    private void Move(
        Random random, Facet facet, string id, Dictionary<(string FacetId, string Language), float[][]> vectors)
    {
        foreach (var (language, windows) in facet.Vectors)
        {
            vectors.Add((id, language), [.. windows.Select(vector => Moved(random, vector))]);
        }
    }

    private float[] Moved(Random random, float[] vector)
    {
        var others = new double[vector.Length];
        for (var i = 0; i < Others; i++)
        {
            var (other, weight) = (_directions[random.Next(_directions.Length)], (2 * random.NextDouble()) - 1);
            for (var j = 0; j < others.Length; j++)
            {
                others[j] += weight * other[j];
            }
        }

        var length = Length(others);
        var moved = new double[vector.Length];
        var scale = Noise * Math.Sqrt(3.0 / vector.Length); // a number drawn evenly from −1 to 1 has a variance of 1/3
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = vector[i] + (TowardsOthers / length * others[i]) + (scale * ((2 * random.NextDouble()) - 1));
        }

        length = Length(moved);
        return Array.ConvertAll(moved, number => (float)(number / length));
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(number => number * number));

    private sealed record Facet(Need? Need, Offer? Offer, Dictionary<string, IReadOnlyList<float[]>> Vectors);
}
