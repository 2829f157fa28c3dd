using System.Runtime.CompilerServices;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Testing;

/// <summary>Vectors in memory, for tests. Thread-safe.</summary>
public sealed class InMemoryVectorStore : IVectorStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string ModelId, string FacetId, string Language), StoredVector[]> _vectors = [];

    public ValueTask PutAsync(IReadOnlyList<StoredVector> vectors, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            foreach (var version in vectors.GroupBy(vector => (vector.ModelId, vector.FacetId, vector.Language)))
            {
                _vectors[version.Key] = [.. version.OrderBy(vector => vector.Window)];
            }
        }

        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<StoredVector> ListAsync(
        string modelId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StoredVector[] snapshot;
        lock (_gate)
        {
            snapshot =
            [
                .. _vectors
                    .Where(version => string.Equals(version.Key.ModelId, modelId, StringComparison.Ordinal))
                    .OrderBy(version => version.Key.FacetId, StringComparer.Ordinal)
                    .ThenBy(version => version.Key.Language, StringComparer.Ordinal)
                    .SelectMany(version => version.Value),
            ];
        }

        await Task.CompletedTask;
        foreach (var vector in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return vector;
        }
    }

    public ValueTask<IReadOnlyDictionary<(string FacetId, string Language), string>> ListHashesAsync(
        string modelId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyDictionary<(string FacetId, string Language), string>>(_vectors
                .Where(version => string.Equals(version.Key.ModelId, modelId, StringComparison.Ordinal))
                .ToDictionary(
                    version => (version.Key.FacetId, version.Key.Language), version => version.Value[0].ContentHash));
        }
    }
}
