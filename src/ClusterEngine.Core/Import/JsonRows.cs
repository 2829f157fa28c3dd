using System.Runtime.CompilerServices;

namespace ClusterEngine.Core.Import;

/// <summary>Reads the rows of a file.</summary>
internal interface IRowReader
{
    /// <summary>Bytes read so far.</summary>
    long BytesRead { get; }

    /// <summary>The rows in order, each a profile or verdict; blank lines are left out.</summary>
    IAsyncEnumerable<ImportRow> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Reads the rows of a JSON Lines file.</summary>
internal sealed class JsonRows(Stream stream) : IRowReader
{
    private readonly LineReader _lines = new(stream, ImportLimits.RowLength);

    public long BytesRead => _lines.BytesRead;

    public async IAsyncEnumerable<ImportRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = true;
        await foreach (var line in _lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var problems = new RowProblems();
            if (line.TooLong)
            {
                problems.Add(line.Number, "", "is longer than 4 MiB and was skipped: one row is one profile on one line");
                yield return new ImportRow(line.Number, 0, null, problems);
            }
            else if (!IsBlank(line.Bytes.Span))
            {
                if (first)
                {
                    CheckFirst(line.Bytes.Span);
                }

                yield return new ImportRow(
                    line.Number, line.Bytes.Length, JsonRow.Read(line.Bytes.Span, line.Number, problems), problems);
            }
            else
            {
                continue;
            }

            first = false;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    // A whole JSON document would be refused line by line; one message helps more.
    private static void CheckFirst(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t"u8);
        if (line[0] == '[' || line.SequenceEqual("{"u8))
        {
            throw new ImportException(
                "The file is one JSON document; JSON Lines has one object on each line. "
                + "Convert it: jq -c '.[]' FILE > FILE.jsonl for a list, jq -c . FILE > FILE.jsonl for an object.");
        }
    }
}
