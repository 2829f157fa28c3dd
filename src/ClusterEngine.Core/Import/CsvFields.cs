using CsvHelper;

namespace ClusterEngine.Core.Import;

/// <summary>Splits a CSV record into its fields (RFC 4180). A quotation mark inside an unquoted field is an ordinary one.</summary>
internal static class CsvFields
{
    /// <returns>The fields; null when text follows a closing quotation mark.</returns>
    public static string[]? Read(string record, char separator)
    {
        var isBad = false;
        using var reader = CsvReader.FromText(record, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            BufferSize = 4096, // most records are shorter; it grows for those that are not
            OnMalformedRecord = malformed => isBad |= malformed.Reason != CsvMalformedReason.StrayQuote,
        });
        if (!reader.Read())
        {
            return [];
        }

        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = reader.GetString(i);
        }

        return isBad ? null : fields;
    }
}
