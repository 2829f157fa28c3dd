namespace ClusterEngine.Core.Storage;

/// <summary>Keeps what was imported and which rows were refused.</summary>
public interface IImportStore
{
    /// <summary>Records an import's outcome, in place of an earlier one of the same source: its counts and its rejected rows.</summary>
    ValueTask PutAsync(ImportRecord record, IReadOnlyList<RejectedRow> rejected, CancellationToken cancellationToken);

    /// <summary>The last import of each source, ordered by source (ordinal).</summary>
    ValueTask<IReadOnlyList<ImportRecord>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The rejected rows of the last import of one source, or of all (null), ordered by source, line and field.</summary>
    ValueTask<IReadOnlyList<RejectedRow>> ListRejectedAsync(string? source, CancellationToken cancellationToken);
}

/// <summary>The outcome of reading one file.</summary>
/// <param name="Source">The name given to the file.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Accepted">Rows that went in.</param>
/// <param name="Rejected">Rows that did not.</param>
public sealed record ImportRecord(string Source, DateTimeOffset At, int Accepted, int Rejected);

/// <summary>A row that was refused. Holds where and why, never what stood there.</summary>
/// <param name="Source">The name given to the file.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Field">The path of the field, such as <c>offers[0].bsl_max</c>; empty when the row as a whole is at fault.</param>
/// <param name="Reason">What is wrong and what would be right, in English.</param>
public sealed record RejectedRow(string Source, int Line, string Field, string Reason);
