using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Storage;
using Microsoft.Extensions.Logging;

namespace ClusterEngine.Core.Embeddings;

/// <summary>Sees to it that every language version of every facet has vectors of the model in use, and loads them.
/// Only what changed is embedded; each batch is stored at once, so that a killed run goes on where it was.</summary>
internal sealed class FacetEmbedder(ITextEmbedder embedder, IVectorStore store, ILogger<FacetEmbedder> logger)
{
    // Some two seconds of work on two cores: what a killed run may have to do again.
    private const int BatchSize = 128;

    /// <returns>How many texts were embedded now, and how many had been before.</returns>
    public async Task<(int Embedded, int Reused)> UpdateAsync(
        Corpus corpus, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var model = embedder.Model.Id;
        var texts = FacetText.Of(corpus);
        var known = await store.ListHashesAsync(model, cancellationToken);
        // Texts of like length go together: the embedder pads a batch to one length.
        var missing = texts
            .Where(text => !string.Equals(known.GetValueOrDefault((text.FacetId, text.Language)), text.ContentHash, StringComparison.Ordinal))
            .OrderBy(text => text.Text.Length).ThenBy(text => text.FacetId, StringComparer.Ordinal)
            .ThenBy(text => text.Language, StringComparer.Ordinal)
            .ToList();
        var done = 0;
        foreach (var batch in missing.Chunk(BatchSize))
        {
            var before = done;
            var vectors = await embedder.EmbedAsync(
                [.. batch.Select(text => new TextToEmbed(text.Side, text.Text))],
                progress is null ? null : new Offset(progress, before, missing.Count), cancellationToken);
            await store.PutAsync(
                [.. batch.Zip(vectors).SelectMany(pair => pair.Second.Select((values, window) => new StoredVector(
                    pair.First.FacetId, pair.First.Language, window, model, pair.First.ContentHash, values)))],
                cancellationToken);
            done += batch.Length;
            progress?.Report((done, missing.Count));
        }

        EmbeddingsLog.Embedded(logger, model, missing.Count, texts.Count - missing.Count);
        return (missing.Count, texts.Count - missing.Count);
    }

    /// <summary>Loads the vectors of every facet.</summary>
    /// <exception cref="InvalidOperationException">A facet has none: <see cref="UpdateAsync"/> was not run, or failed.</exception>
    public async Task<FacetVectors> LoadAsync(Corpus corpus, CancellationToken cancellationToken)
    {
        var hashes = FacetText.Of(corpus).ToDictionary(text => (text.FacetId, text.Language), text => text.ContentHash);
        var vectors = new Dictionary<string, List<StoredVector>>(StringComparer.Ordinal);
        await foreach (var vector in store.ListAsync(embedder.Model.Id, cancellationToken))
        {
            if (hashes.TryGetValue((vector.FacetId, vector.Language), out var hash)
                && string.Equals(hash, vector.ContentHash, StringComparison.Ordinal))
            {
                (vectors.TryGetValue(vector.FacetId, out var list) ? list : vectors[vector.FacetId] = []).Add(vector);
            }
        }

        var (needs, needLanguages) = Matrix(corpus.Needs.Select(need => need.Need.Id));
        var (offers, offerLanguages) = Matrix(corpus.Offers.Select(offer => offer.Offer.Id));
        return new FacetVectors(needs, offers, needLanguages, offerLanguages);

        (VectorMatrix Matrix, IReadOnlyList<string> Languages) Matrix(IEnumerable<string> facets)
        {
            var owners = facets.Select(facet => vectors.GetValueOrDefault(facet)
                ?? throw new InvalidOperationException($"Facet {facet} has no vector of model {embedder.Model.Id}.")).ToList();
            return (
                VectorMatrix.Create(embedder.Model.Dimensions, [.. owners.Select(list => list.ConvertAll(vector => vector.Values))]),
                [.. owners.SelectMany(list => list).Select(vector => vector.Language)]);
        }
    }

    private sealed class Offset(IProgress<(int Done, int Total)> progress, int before, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report((before + value, total));
    }
}
