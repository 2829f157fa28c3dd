using System.Runtime.CompilerServices;

namespace ClusterEngine.Core.Import;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Its bytes without line end and byte order mark, good until the next line is asked for; empty when it is too long.</param>
/// <param name="TooLong">Whether it was longer than allowed and so was skipped unread.</param>
internal readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, bool TooLong);

/// <summary>Reads lines (LF or CRLF) of any file, holding no more than one of the allowed length.</summary>
internal sealed class LineReader(Stream stream, int maxLength)
{
    private byte[] _buffer = new byte[Math.Min(64 * 1024, maxLength + 2)];
    private int _start;
    private int _end;

    /// <summary>Bytes taken from the stream.</summary>
    public long BytesRead { get; private set; }

    public async IAsyncEnumerable<Line> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (number, searched, skipping) = (1, 0, false);
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var length = searched + feed;
                yield return Take(number++, length, skipping);
                _start += length + 1;
                (searched, skipping) = (0, false);
                continue;
            }

            searched = _end - _start;
            if (searched > maxLength + 1) // one more for the CR of CRLF
            {
                skipping = true;
            }

            if (skipping)
            {
                (_start, _end, searched) = (0, 0, 0);
            }

            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                break;
            }
        }

        if (_end > _start || skipping)
        {
            yield return Take(number, _end - _start, skipping);
        }
    }

    private Line Take(int number, int length, bool skipping)
    {
        var bytes = _buffer.AsMemory(_start, length);
        if (number == 1 && bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.Length > 0 && bytes.Span[^1] == '\r')
        {
            bytes = bytes[..^1];
        }

        return skipping || bytes.Length > maxLength ? new Line(number, default, true) : new Line(number, bytes, false);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, maxLength + 64));
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        BytesRead += read;
        return read > 0;
    }
}
