using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Benchmarks;

/// <summary>Writes stores full of made profiles with their vectors.</summary>
internal static class MatchStore
{
    private const int Batch = 500;

    /// <summary>Imports the sample into a store of its own and embeds its texts.</summary>
    public static async Task<MadeProfiles> ReadSampleAsync(string directory, IsoWeek week, CancellationToken cancellationToken)
    {
        await using var services = MatchServices.On(directory);
        await services.GetRequiredService<ISchemaStore>().MigrateAsync(cancellationToken);
        var importer = services.GetRequiredService<ProfileImporter>();
        foreach (var file in Directory.EnumerateFiles(Repository.SampleProfiles(), "*.jsonl").Order(StringComparer.Ordinal))
        {
            await importer.ImportAsync(new ImportRequest(file, null, ImportEncoding.Utf8, week), null, cancellationToken);
        }

        var samples = new List<Profile>();
        await foreach (var profile in services.GetRequiredService<IProfileStore>().ListAsync(cancellationToken))
        {
            samples.Add(profile);
        }

        TextToEmbed[] texts =
        [
            .. FacetText.Of(Corpus.Of(samples)).Select(text => new TextToEmbed(text.Side, text.Text)).Distinct()
                .OrderBy(text => text.Text.Length).ThenBy(text => text.Text, StringComparer.Ordinal),
        ];
        var vectors = await services.GetRequiredService<ITextEmbedder>().EmbedAsync(texts, null, cancellationToken);
        return new MadeProfiles(samples, texts.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>Fills a new store.</summary>
    public static async Task WriteAsync(string directory, MadeProfiles made, int count, CancellationToken cancellationToken)
    {
        await using var services = MatchServices.On(directory);
        await services.GetRequiredService<ISchemaStore>().MigrateAsync(cancellationToken);
        var model = services.GetRequiredService<ITextEmbedder>().Model.Id;
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            var batch = numbers.Select(made.Make).ToList();
            await services.GetRequiredService<IProfileStore>().PutAsync(
                [.. batch.Select(item => new ProfileSubmission(item.Profile, null))], cancellationToken);
            var texts = FacetText.Of(Corpus.Of(batch.Select(item => item.Profile)))
                .ToDictionary(text => (text.FacetId, text.Language), text => text.ContentHash);
            await services.GetRequiredService<IVectorStore>().PutAsync(
                [
                    .. batch.SelectMany(item => item.Vectors).SelectMany(vectors => vectors.Value.Select((values, window) =>
                        new StoredVector(vectors.Key.FacetId, vectors.Key.Language, window, model, texts[vectors.Key], values))),
                ],
                cancellationToken);
        }
    }
}
