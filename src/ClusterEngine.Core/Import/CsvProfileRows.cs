using System.Runtime.CompilerServices;
using System.Text;

namespace ClusterEngine.Core.Import;

/// <summary>Reads the rows of a CSV file and makes one row of those of each profile.</summary>
internal sealed class CsvProfileRows(Stream stream, Encoding encoding) : IRowReader
{
    public long BytesRead => stream.Position;

    public async IAsyncEnumerable<ImportRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var records = new CsvRecordReader(text, ImportLimits.RowLength);
        var header = await ReadHeaderAsync(records, cancellationToken).ConfigureAwait(false);
        records.Separator = header.Separator;
        CsvProfile? profile = null;
        while (await records.ReadAsync(cancellationToken).ConfigureAwait(false) is { } record)
        {
            var fields = record.Fault == CsvFault.None ? CsvFields.Read(record.Text, header.Separator) : null;
            if (fields is not null && fields.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            // What of a broken record comes before the fault still says whose it is.
            var id = CsvProfile.IdOf(header, fields ?? record.Text.Split(header.Separator));
            if (profile is null || (id is not null && !profile.HasId(id)))
            {
                if (profile is not null)
                {
                    yield return profile.ToRow();
                }

                profile = new CsvProfile(header, record.Line, id);
            }

            profile.Add(record, fields);
        }

        if (profile is not null)
        {
            yield return profile.ToRow();
        }
    }

    private static async Task<CsvHeader> ReadHeaderAsync(CsvRecordReader records, CancellationToken cancellationToken)
    {
        char? separator = null;
        while (await records.ReadAsync(cancellationToken).ConfigureAwait(false) is { } record)
        {
            if (record.Fault != CsvFault.None)
            {
                throw new ImportException("The first line is longer than 4 MiB: this is no table. See one with: import --template");
            }

            if (CsvHeader.SeparatorLine(record.Text) is { } named && separator is null)
            {
                separator = named;
            }
            else if (!string.IsNullOrWhiteSpace(record.Text))
            {
                return CsvHeader.Read(record.Text, separator);
            }
        }

        throw ImportFile.Empty();
    }
}
