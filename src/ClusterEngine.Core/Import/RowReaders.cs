namespace ClusterEngine.Core.Import;

/// <summary>Chooses how a file's rows are read.</summary>
internal static class RowReaders
{
    /// <exception cref="ImportException">The encoding does not go with the file.</exception>
    public static async Task<IRowReader> OpenAsync(
        Stream stream, ImportFormat format, ImportEncoding encoding, CancellationToken cancellationToken)
    {
        if (format == ImportFormat.JsonLines)
        {
            return encoding == ImportEncoding.Utf8
                ? new JsonRows(stream)
                : throw new ImportException("JSON Lines is always UTF-8: leave out --encoding, or convert the file.");
        }

        try
        {
            await CsvEncoding.CheckAsync(stream, encoding, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw ImportFile.Failed(exception);
        }

        stream.Position = 0;
        return new CsvProfileRows(stream, CsvEncoding.Of(encoding));
    }
}
