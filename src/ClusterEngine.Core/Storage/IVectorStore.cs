namespace ClusterEngine.Core.Storage;

/// <summary>Keeps vectors: one for each facet, language version and window, with the model that made it.</summary>
public interface IVectorStore
{
    /// <summary>Writes vectors in one transaction. All windows of a facet's language version come together and
    /// replace what that version had under the same model.</summary>
    ValueTask PutAsync(IReadOnlyList<StoredVector> vectors, CancellationToken cancellationToken);

    /// <summary>All vectors of one model, ordered by facet, language and window (ordinal). Those of deleted or changed
    /// facets may be among them: compare <see cref="StoredVector.ContentHash"/>.</summary>
    IAsyncEnumerable<StoredVector> ListAsync(string modelId, CancellationToken cancellationToken);

    /// <summary>The content hash of each (facet, language) that has vectors under a model.</summary>
    ValueTask<IReadOnlyDictionary<(string FacetId, string Language), string>> ListHashesAsync(
        string modelId, CancellationToken cancellationToken);
}

/// <summary>A vector and what it was made of.</summary>
/// <param name="FacetId">The need or offer.</param>
/// <param name="Language">The language version, <c>sv</c> or <c>en</c>.</param>
/// <param name="Window">Which part of a long text, from 0.</param>
/// <param name="ModelId">The model that made it.</param>
/// <param name="ContentHash">The hash of side and text.</param>
/// <param name="Values">The numbers, unit length.</param>
public sealed record StoredVector(
    string FacetId, string Language, int Window, string ModelId, string ContentHash, float[] Values);
