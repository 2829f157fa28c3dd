using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Import;

/// <summary>A file to import.</summary>
/// <param name="Path">Where it is. Its ending says what it is: <c>.jsonl</c>, <c>.ndjson</c>, <c>.json</c> or
/// <c>.csv</c>, <c>.tsv</c>, <c>.txt</c>.</param>
/// <param name="Source">The name that its rows are known by; null: the file's name without folder and ending.</param>
/// <param name="Encoding">How a CSV file is encoded. JSON Lines is always UTF-8.</param>
/// <param name="RelativeDatesTo">The week whose Monday relative dates (<c>+14d</c>, <c>week+3</c>) count from;
/// null: relative dates are refused.</param>
public sealed record ImportRequest(string Path, string? Source, ImportEncoding Encoding, IsoWeek? RelativeDatesTo);

/// <summary>How a file's text is encoded.</summary>
public enum ImportEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>Windows-1252, as older programs in western Europe write it.</summary>
    Windows1252,
}

/// <summary>How far an import has come.</summary>
/// <param name="BytesRead">Bytes read of the file.</param>
/// <param name="BytesTotal">The file's size in bytes.</param>
/// <param name="Rows">Rows read: profiles or verdicts, accepted and rejected ones.</param>
public readonly record struct ImportProgress(long BytesRead, long BytesTotal, int Rows);

/// <summary>What an import of profiles did.</summary>
/// <param name="Source">The name that the rows are known by.</param>
/// <param name="Accepted">Profiles that went in.</param>
/// <param name="Written">What that changed in the store.</param>
/// <param name="Rejected">Each problem of the rows that did not, by line; a row may have several. At most
/// <see cref="ImportLimits.ListedProblems"/> are kept, and then the last one says so.</param>
public sealed record ImportResult(
    string Source, int Accepted, ProfileWriteResult Written, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>Rows that did not go in.</summary>
    public int RejectedRows { get; init; }
}

/// <summary>What an import of verdicts did.</summary>
/// <param name="Source">The name given to the file.</param>
/// <param name="Accepted">Verdicts that are in the store now.</param>
/// <param name="Added">Those among them that were not there before.</param>
/// <param name="Rejected">Each problem of the rows that did not go in, as in <see cref="ImportResult"/>.</param>
public sealed record VerdictImportResult(
    string Source, int Accepted, int Added, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>Rows that did not go in.</summary>
    public int RejectedRows { get; init; }
}

/// <summary>How large a row and its parts may be.</summary>
public static class ImportLimits
{
    /// <summary>Bytes in a line of JSON Lines, or characters in a record of CSV: 4 MiB. Some 250 times the longest
    /// profile of the sample, and small enough that a hostile file cannot take the memory.</summary>
    public const int RowLength = 4 * 1024 * 1024;

    /// <summary>Problems reported of one row: 20. Who made more of them mends these first.</summary>
    public const int ProblemsPerRow = 20;

    /// <summary>Problems kept of one import: 10,000.</summary>
    public const int ListedProblems = 10_000;

    /// <summary>Characters in a text: 10,000.</summary>
    public const int TextLength = 10_000;

    /// <summary>Characters in a name: 300.</summary>
    public const int NameLength = 300;

    /// <summary>Characters in an id or a key: 200.</summary>
    public const int IdLength = 200;

    /// <summary>Needs, and offers, in a profile: 200 of each.</summary>
    public const int Facets = 200;

    /// <summary>Entries of any other list: 500.</summary>
    public const int ListItems = 500;
}
