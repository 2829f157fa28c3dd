using System.Text;

namespace ClusterEngine.Core.Import;

/// <summary>What keeps a record from being read.</summary>
internal enum CsvFault
{
    None,
    TooLong,
    OpenQuote,
}

/// <summary>A record of a CSV file: a line, or several when a quoted field holds line ends.</summary>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Text">Its characters without the line end; at most its first 4,096 when there is a fault.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal readonly record struct CsvRecord(int Line, string Text, CsvFault Fault);

/// <summary>Cuts a CSV file into records and holds no more than one of the allowed length. A quotation mark that is never
/// closed costs one line: reading goes on at the next.</summary>
internal sealed class CsvRecordReader(TextReader reader, int maxLength)
{
    private const int Beginning = 4096;

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _record = new();
    private int _at;
    private int _end;
    private int _line = 1;
    private string _again = ""; // read already, to be read once more
    private int _againAt;

    /// <summary>What separates fields; null: quotation marks do not count, and a record is a line.</summary>
    public char? Separator { get; set; }

    /// <returns>The next record; null at the end.</returns>
    public async ValueTask<CsvRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        var first = _line;
        var (quoted, closed, fieldStart, tooLong, any) = (false, false, true, false, false);
        _record.Clear();
        while (await PeekAsync(cancellationToken).ConfigureAwait(false) is var next && next >= 0)
        {
            any = true;
            var letter = (char)next;
            Skip();
            if (letter is '\n' or '\r' && !quoted)
            {
                if (letter == '\r' && await PeekAsync(cancellationToken).ConfigureAwait(false) == '\n')
                {
                    Skip();
                }

                _line++;
                return Take(first, tooLong ? CsvFault.TooLong : CsvFault.None);
            }

            if (letter == '\n')
            {
                _line++;
            }

            if (letter == '"' && Separator is not null)
            {
                (quoted, closed) = quoted ? (false, true) : (fieldStart || closed, false);
                fieldStart = false;
            }
            else
            {
                closed = false;
                fieldStart = !quoted && letter == Separator;
            }

            if (_record.Length < maxLength)
            {
                _record.Append(letter);
            }
            else if (!tooLong)
            {
                if (quoted && TryResume(first, letter))
                {
                    return Take(first, CsvFault.OpenQuote);
                }

                tooLong = true;
                quoted = false;
            }
            else
            {
                quoted = false; // only the line's end matters now
            }
        }

        if (!any)
        {
            return null;
        }

        if (quoted)
        {
            TryResume(first, null);
            return Take(first, CsvFault.OpenQuote);
        }

        return Take(first, tooLong ? CsvFault.TooLong : CsvFault.None);
    }

    private CsvRecord Take(int line, CsvFault fault) => new(
        line, fault == CsvFault.None ? _record.ToString() : _record.ToString(0, Math.Min(_record.Length, Beginning)), fault);

    /// <summary>Puts all but the record's first line back, to be read once more.</summary>
    private bool TryResume(int first, char? last)
    {
        var text = _record.ToString();
        var feed = text.IndexOf('\n', StringComparison.Ordinal);
        if (feed < 0)
        {
            return false;
        }

        _again = string.Concat(text.AsSpan(feed + 1), last is { } letter ? [letter] : [], _again.AsSpan(_againAt));
        _againAt = 0;
        _line = first + 1;
        return true;
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        if (_againAt < _again.Length)
        {
            return _again[_againAt];
        }

        if (_at == _end)
        {
            (_at, _end) = (0, await reader.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false));
        }

        return _at < _end ? _buffer[_at] : -1;
    }

    private void Skip()
    {
        if (_againAt < _again.Length)
        {
            _againAt++;
        }
        else
        {
            _at++;
        }
    }
}
