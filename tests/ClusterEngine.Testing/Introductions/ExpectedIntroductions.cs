using System.Text.Json;
using System.Text.Json.Serialization;
using ClusterEngine.Core;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Testing.Introductions;

/// <summary>Holds the matcher to data/sample/expected.jsonl: whom a coordinator would introduce, or why nobody, written
/// down before the matcher first ran. Nothing is tuned on it.</summary>
public static class ExpectedIntroductions
{
    private const int Looked = 5;

    /// <summary>Ranks the sample's offers for every need in the file.</summary>
    /// <param name="sampleDirectory">The folder data/sample.</param>
    /// <param name="embedder">The real model.</param>
    /// <param name="asOf">The run's clock, which the sample's relative dates follow.</param>
    /// <param name="cancellationToken">Stops between files and batches.</param>
    public static async Task<IReadOnlyList<ExpectedResult>> CheckAsync(
        string sampleDirectory, ITextEmbedder embedder, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var profiles = await ImportAsync(sampleDirectory, asOf, cancellationToken);
        var corpus = Corpus.Of(profiles);
        var facets = new FacetEmbedder(embedder, new InMemoryVectorStore(), NullLogger<FacetEmbedder>.Instance);
        await facets.UpdateAsync(corpus, null, cancellationToken);
        var vectors = await facets.LoadAsync(corpus, cancellationToken);
        var (scoring, candidates) = (new ScoringOptions(), new CandidateOptions());
        var matching = new Matching(
            corpus, vectors, new PairStates([], asOf), IsoWeek.Of(asOf), asOf, scoring, Environment.ProcessorCount, cancellationToken);
        var ranked = new CandidateScorer(
            vectors.Needs, vectors.Offers, matching.Words, matching.Eligibility, matching.Fit, candidates, Environment.ProcessorCount)
            .Score(0, corpus.Needs.Count, cancellationToken);
        var lines = await File.ReadAllLinesAsync(Path.Combine(sampleDirectory, "expected.jsonl"), cancellationToken);
        return
        [
            .. lines.Select(line => JsonSerializer.Deserialize(line, ExpectedJson.Default.ExpectedLine)
                    ?? throw new JsonException("expected.jsonl holds a null"))
                .Select(expected => Judge(expected, matching, ranked, embedder.Model.FitThreshold)),
        ];
    }

    private static ExpectedResult Judge(
        ExpectedLine expected, Matching matching, IReadOnlyList<NeedCandidates> ranked, double threshold)
    {
        var corpus = matching.Corpus;
        var need = corpus.Needs.Single(entry => IsAt(entry.Profile, entry.Need.Key, expected.Need));
        var candidates = ranked[need.Index];
        var partners = expected.Partners.Select(partner =>
            corpus.Offers.Single(entry => IsAt(entry.Profile, entry.Offer.Key, partner)).Index).ToList();
        var rank = candidates.Eligible.ToList().FindIndex(offer => partners.Contains(offer.Offer)) + 1;
        var found = Slate.GapReasonOf(matching, need, candidates, threshold);
        return new ExpectedResult(
            expected.Need.ToString(), expected.Reason, rank == 0 ? null : rank, found,
            expected.Reason is { } reason ? found == reason : rank is > 0 and <= Looked,
            [.. candidates.Eligible.Take(3).Select(Describe)], [.. candidates.Refused.Take(2).Select(Describe)]);

        string Describe(ScoredOffer offer) => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{corpus.Offers[offer.Offer].Profile.SourceId}/{corpus.Offers[offer.Offer].Offer.Key} {offer.Fit:0.000}");
    }

    private static bool IsAt(Profile profile, string key, ExpectedFacet facet) =>
        string.Equals(profile.Source, facet.Source, StringComparison.Ordinal)
        && string.Equals(profile.SourceId, facet.Profile, StringComparison.Ordinal)
        && string.Equals(key, facet.Key, StringComparison.Ordinal);

    private static async Task<List<Profile>> ImportAsync(string folder, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var store = new InMemoryProfileStore();
        var importer = new ProfileImporter(
            store, new InMemoryImportStore(), Options.Create(new RegionOptions()), TimeProvider.System, NullLogger<ProfileImporter>.Instance);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "profiles"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            await importer.ImportAsync(
                new ImportRequest(file, null, ImportEncoding.Utf8, IsoWeek.Of(asOf)), null, cancellationToken);
        }

        var profiles = new List<Profile>();
        await foreach (var profile in store.ListAsync(cancellationToken))
        {
            profiles.Add(profile);
        }

        return profiles;
    }
}

/// <summary>How the matcher did on one line of the file.</summary>
/// <param name="Need">The need, as source/profile/key.</param>
/// <param name="ExpectedReason">The reason written down; null: a partner was.</param>
/// <param name="Rank">The rank of the first expected partner among the eligible offers, from 1; null: not found, or none expected.</param>
/// <param name="FoundReason">The reason that the matcher gives for a gap; null: it sees partners.</param>
/// <param name="IsMet">Whether the partner is among the first five, or the reason is the same.</param>
/// <param name="First">The first three eligible offers with their fit.</param>
/// <param name="Refused">The first two that are not eligible, with their fit.</param>
public sealed record ExpectedResult(
    string Need, GapReason? ExpectedReason, int? Rank, GapReason? FoundReason, bool IsMet,
    IReadOnlyList<string> First, IReadOnlyList<string> Refused);

internal sealed record ExpectedFacet(string Source, string Profile, string Key)
{
    public override string ToString() => $"{Source}/{Profile}/{Key}";
}

internal sealed record ExpectedLine(ExpectedFacet Need, IReadOnlyList<ExpectedFacet> Partners, GapReason? Reason, string Why);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(ReasonConverter)])]
[JsonSerializable(typeof(ExpectedLine))]
internal sealed partial class ExpectedJson : JsonSerializerContext;

internal sealed class ReasonConverter() : JsonStringEnumConverter<GapReason>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
