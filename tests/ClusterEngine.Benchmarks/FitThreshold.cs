using System.Text.Json;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using ClusterEngine.Models;
using ClusterEngine.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Benchmarks;

/// <summary>Fits the fit's parameters and the model's threshold on the validation clusters (graded needs and offers that no
/// model was trained on): each language direction is a corpus of its own, every need against the offers of all clusters. The threshold
/// is to tell whether anybody offers a thing, so absence is made by taking the need's own cluster away: the value that is
/// right for the most needs, with and without it, counted equally.</summary>
internal static class FitThreshold
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Languages = ["sv", "en"];

    public static void Run(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not ["--data", var folder] || !File.Exists(Path.Combine(folder, "clusters.jsonl")))
        {
            throw new ArgumentException("fit needs --data DIR, the folder that holds clusters.jsonl", nameof(arguments));
        }

        var clusters = File.ReadLines(Path.Combine(folder, "clusters.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(cluster => string.Equals(cluster.GetProperty("split").GetString(), "validation", StringComparison.Ordinal)).ToList();
        var options = Options.Create(new ModelOptions { Directory = Path.Combine(Repository.Root(), "models") });
        using var embedder = new OnnxEmbedder(
            new ModelDirectory(options), options, TimeProvider.System, NullLogger<OnnxEmbedder>.Instance);
        var facets = new FacetEmbedder(embedder, new InMemoryVectorStore(), NullLogger<FacetEmbedder>.Instance);
        var pools = Languages.SelectMany(_ => Languages, (needs, offers) => Pool.Of(clusters, needs, offers)).ToList();
        foreach (var pool in pools)
        {
            facets.UpdateAsync(pool.Corpus, null, cancellationToken).GetAwaiter().GetResult();
            pool.Vectors = facets.LoadAsync(pool.Corpus, cancellationToken).GetAwaiter().GetResult();
        }

        Print.Line($"{clusters.Count} clusters, {pools[0].Corpus.Needs.Count} needs in 4 directions, model {embedder.Model.Id}\n");
        Print.Line($"| vector share | nDCG@10 | threshold | partner found | absence found | balanced | near misses told |\n|---|---|---|---|---|---|---|");
        foreach (var share in (double[])[1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6])
        {
            PrintRow(pools, new ScoringOptions { VectorShare = share }, cancellationToken);
        }

        PrintNeighbourhoods(pools, cancellationToken);
    }

    private static void PrintRow(List<Pool> pools, ScoringOptions scoring, CancellationToken cancellationToken)
    {
        var results = pools.SelectMany(pool => pool.Rank(scoring, cancellationToken)).ToList();
        var met = results.Where(result => result.HasPartner).ToList();
        var best = met.Select(result => result.Top).Distinct()
            .Select(threshold => (
                Threshold: threshold,
                Met: met.Average(result => result.Top >= threshold ? 1.0 : 0),
                Unmet: met.Average(result => result.TopElsewhere < threshold ? 1.0 : 0)))
            .MaxBy(found => found.Met + found.Unmet);
        var near = results.Where(result => !result.HasPartner).Average(result => result.Top < best.Threshold ? 1.0 : 0);
        Print.Line(
            $"| {scoring.VectorShare:0.00} | {met.Average(result => result.Ndcg):0.000} | {best.Threshold:0.000} | {best.Met:0.000} | {best.Unmet:0.000} | {(best.Met + best.Unmet) / 2:0.000} | {near:0.000} |");
    }

    private static void PrintNeighbourhoods(List<Pool> pools, CancellationToken cancellationToken)
    {
        var means = pools.ConvertAll(pool => TiledSearch.MeasureNeighbourhoods(
            pool.Vectors!.Needs, pool.Vectors.Offers, Environment.ProcessorCount, cancellationToken));
        Print.Line($"\nmean r10 of needs {means.Average(mean => mean.Queries.Average()):0.000}, of offers {means.Average(mean => mean.Passages.Average()):0.000}");
        var tops = pools.SelectMany(pool => pool.Rank(new ScoringOptions { VectorShare = 1, UnlikeCategory = 1 }, cancellationToken))
            .Where(result => result.HasPartner).Select(result => result.Top).Order().ToList();
        Print.Line($"top fit of needs with a partner, 1st, 50th and 99th percentile: {tops[tops.Count / 100]:0.000} {tops[tops.Count / 2]:0.000} {tops[tops.Count * 99 / 100]:0.000}");
    }

    /// <param name="HasPartner">Whether an offer is graded 2 or 3.</param>
    /// <param name="Top">The best fit of all offers.</param>
    /// <param name="TopElsewhere">The best fit when the need's own cluster is taken away: nobody offers it then.</param>
    /// <param name="Ndcg">nDCG@10 with gains 2^grade − 1.</param>
    private sealed record Ranked(bool HasPartner, double Top, double TopElsewhere, double Ndcg);

    private sealed class Pool(Corpus corpus, Dictionary<(string Need, string Offer), int> grades)
    {
        public Corpus Corpus { get; } = corpus;

        public FacetVectors? Vectors { get; set; }

        public static Pool Of(List<JsonElement> clusters, string needLanguage, string offerLanguage)
        {
            var profiles = new List<Profile>();
            var grades = new Dictionary<(string, string), int>();
            foreach (var cluster in clusters)
            {
                var offers = cluster.GetProperty("offers").EnumerateArray()
                    .ToDictionary(offer => offer.GetProperty("key").GetString()!, offer => Offer(cluster, offer, offerLanguage), StringComparer.Ordinal);
                profiles.AddRange(offers.Values);
                foreach (var need in cluster.GetProperty("needs").EnumerateArray())
                {
                    var profile = Need(cluster, need, needLanguage);
                    profiles.Add(profile);
                    foreach (var grade in need.GetProperty("grades").EnumerateObject())
                    {
                        grades[(profile.Needs[0].Id, offers[grade.Name].Offers[0].Id)] = grade.Value.GetInt32();
                    }
                }
            }

            return new Pool(Corpus.Of(profiles), grades);
        }

        public IEnumerable<Ranked> Rank(ScoringOptions scoring, CancellationToken cancellationToken)
        {
            var threads = Environment.ProcessorCount;
            var matching = new Matching(
                Corpus, Vectors!, new PairStates([], AsOf), IsoWeek.Of(AsOf), AsOf, scoring, threads, cancellationToken);
            var scored = new CandidateScorer(
                Vectors!.Needs, Vectors.Offers, matching.Words, matching.Eligibility, matching.Fit, new CandidateOptions(), threads)
                .Score(0, Corpus.Needs.Count, cancellationToken);
            return Corpus.Needs.Select(need => Judge(need, scored[need.Index]));
        }

        private Ranked Judge(NeedEntry need, NeedCandidates candidates)
        {
            var own = grades.Where(grade => string.Equals(grade.Key.Need, need.Need.Id, StringComparison.Ordinal)).ToDictionary(grade => grade.Key.Offer, grade => grade.Value, StringComparer.Ordinal);
            var gained = candidates.Eligible.Take(10)
                .Select((offer, rank) => Gain(own.GetValueOrDefault(Corpus.Offers[offer.Offer].Offer.Id), rank)).Sum();
            var ideal = own.Values.OrderDescending().Take(10).Select(Gain).Sum();
            var elsewhere = candidates.Eligible.First(offer => !own.ContainsKey(Corpus.Offers[offer.Offer].Offer.Id)).Fit;
            return new Ranked(own.Values.Max() >= 2, candidates.Eligible[0].Fit, elsewhere, ideal > 0 ? gained / ideal : 0);
        }

        private static double Gain(int grade, int rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2);

        private static Profile Offer(JsonElement cluster, JsonElement offer, string language)
        {
            var id = $"{cluster.GetProperty("id").GetString()}-{offer.GetProperty("key").GetString()}";
            var profileId = Profile.DeriveId("fit", "offers", id);
            return Unit(profileId, "offers", id) with
            {
                Offers =
                [
                    new Offer
                    {
                        Id = Core.Facets.Offer.DeriveId(profileId, "offer"),
                        Key = "offer",
                        Text = In(language, offer.GetProperty(language).GetString()!),
                        Category = Enum.Parse<Category>(offer.GetProperty("category").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                    },
                ],
            };
        }

        private static Profile Need(JsonElement cluster, JsonElement need, string language)
        {
            var id = $"{cluster.GetProperty("id").GetString()}-{need.GetProperty("key").GetString()}";
            var profileId = Profile.DeriveId("fit", "needs", id);
            return Unit(profileId, "needs", id) with
            {
                Needs =
                [
                    new Need
                    {
                        Id = Core.Facets.Need.DeriveId(profileId, "need"),
                        Key = "need",
                        Text = In(language, need.GetProperty(language).GetString()!),
                    },
                ],
            };
        }

        private static Profile Unit(string profileId, string source, string id) => new()
        {
            Id = profileId,
            Region = "fit",
            Source = source,
            SourceId = id,
            Kind = ProfileKind.Lab,
            Name = id,
            Claim = Claim.Fictional,
        };

        private static LocalizedText In(string language, string text) => string.Equals(language, "sv", StringComparison.Ordinal) ? new(text, null) : new(null, text);
    }
}
