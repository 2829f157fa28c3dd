namespace ClusterEngine.Core.Storage;

/// <summary>The store's schema.</summary>
public interface ISchemaStore
{
    /// <summary>Brings the schema up to date; safe to run twice, and by two processes at once.</summary>
    /// <returns>The numbers and names of the migrations that were applied now, in order.</returns>
    /// <exception cref="StorageException">The store cannot be opened or written, or has a newer schema than the program.</exception>
    ValueTask<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The schema's state and where the store is.</summary>
    ValueTask<SchemaState> DescribeAsync(CancellationToken cancellationToken);
}

/// <summary>The schema's state.</summary>
/// <param name="Location">Where the store is, for people: a file's path.</param>
/// <param name="Version">The last migration that was applied; 0: none.</param>
/// <param name="ProgramVersion">The last migration that the program knows.</param>
/// <param name="IntegrityProblem">What a check of the store found; null: nothing.</param>
public sealed record SchemaState(string Location, int Version, int ProgramVersion, string? IntegrityProblem);
