using System.Globalization;
using System.Text;

namespace ClusterEngine.Core.Import;

/// <summary>Sees that a CSV file is encoded as was said, before any of it is imported.</summary>
internal static class CsvEncoding
{
    public static Encoding Of(ImportEncoding encoding) => encoding == ImportEncoding.Windows1252
        ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="ImportException">The bytes are not of that encoding.</exception>
    public static async Task CheckAsync(Stream stream, ImportEncoding encoding, CancellationToken cancellationToken)
    {
        var (line, isAscii) = (1, true);
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                // Line by line, so that a fault is told with its line.
                for (var at = 0; at < read;)
                {
                    var feed = buffer.AsSpan(at, read - at).IndexOf((byte)'\n');
                    var end = feed < 0 ? read : at + feed + 1;
                    var part = buffer.AsSpan(at, end - at);
                    isAscii &= Ascii.IsValid(part);
                    decoder.Convert(part, new char[part.Length + 1], flush: false, out _, out _, out _);
                    line += feed < 0 ? 0 : 1;
                    at = end;
                }
            }

            decoder.Convert([], new char[1], flush: true, out _, out _, out _);
        }
        catch (DecoderFallbackException exception)
        {
            if (encoding == ImportEncoding.Utf8)
            {
                throw new ImportException(string.Create(CultureInfo.InvariantCulture,
                    $"The file is not UTF-8 (line {line}). If an older Excel wrote it, add --encoding windows-1252; otherwise save it as UTF-8."),
                    exception);
            }

            return;
        }

        if (encoding == ImportEncoding.Windows1252 && !isAscii)
        {
            throw new ImportException("The file is UTF-8: leave out --encoding windows-1252, or its letters would be garbled.");
        }
    }
}
