using ClusterEngine.Core.Storage;

namespace ClusterEngine.Testing;

/// <summary>Outcomes of imports in memory, for tests. Thread-safe.</summary>
public sealed class InMemoryImportStore : IImportStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (ImportRecord Record, RejectedRow[] Rejected)> _imports =
        new(StringComparer.Ordinal);

    public ValueTask PutAsync(
        ImportRecord record, IReadOnlyList<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _imports[record.Source] = (record, [.. rejected]);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ImportRecord>> ListAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ImportRecord>>(
                [.. _imports.Values.Select(import => import.Record)]);
        }
    }

    public ValueTask<IReadOnlyList<RejectedRow>> ListRejectedAsync(
        string? source, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<RejectedRow>>(
            [
                .. _imports
                    .Where(import => source is null || string.Equals(import.Key, source, StringComparison.Ordinal))
                    .SelectMany(import => import.Value.Rejected)
                    .OrderBy(row => row.Source, StringComparer.Ordinal)
                    .ThenBy(row => row.Line)
                    .ThenBy(row => row.Field, StringComparer.Ordinal),
            ]);
        }
    }
}
