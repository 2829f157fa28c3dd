using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ClusterEngine.Core.Import;

/// <summary>Reads one line of JSON Lines. What is not a sound JSON object is told with its place, never with its text.</summary>
internal static class JsonRow
{
    private const int MostDepth = 12; // a profile has six levels
    private const int MostValues = 100_000; // some twenty times the largest profile that makes sense; a line could hold two million

    /// <returns>The object; null when the line cannot be read, and then <paramref name="problems"/> says why.</returns>
    public static RowValue? Read(ReadOnlySpan<byte> line, int number, RowProblems problems)
    {
        if (!Utf8.IsValid(line))
        {
            problems.Add(number, "", Invariant($"is not valid UTF-8 at byte {FirstInvalid(line) + 1}: save the file as UTF-8"));
            return null;
        }

        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            reader.Read();
            var values = 0;
            var value = ReadValue(ref reader, number, "", 1, ref values, problems);
            reader.Read(); // throws when something follows
            if (value is { Kind: not RowValueKind.Object })
            {
                problems.Add(number, "", "must be one JSON object, { … }");
                return null;
            }

            return value;
        }
        catch (JsonException exception)
        {
            // The exception's own message repeats characters of the line.
            problems.Add(number, "", Invariant($"is not valid JSON at byte {(exception.BytePositionInLine ?? 0) + 1}: a row is one JSON object on one line"));
            return null;
        }
    }

    private static RowValue? ReadValue(
        ref Utf8JsonReader reader, int line, string path, int depth, ref int values, RowProblems problems)
    {
        if (depth > MostDepth)
        {
            problems.Add(line, path, "is nested deeper than any field of the format");
            return null;
        }

        if (++values > MostValues)
        {
            problems.Add(line, "", "holds more values than any profile: one row is one profile");
            return null;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, line, path, depth, ref values, problems);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, line, path, depth, ref values, problems);
            case JsonTokenType.String:
                return ReadString(ref reader, line, path, problems) is { } text
                    ? new RowValue(RowValueKind.Text, line, path, text)
                    : new RowValue(RowValueKind.Null, line, path);
            case JsonTokenType.Number:
                return new RowValue(RowValueKind.Number, line, path, Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return new RowValue(
                    RowValueKind.Flag, line, path, reader.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return new RowValue(RowValueKind.Null, line, path);
        }
    }

    private static RowValue? ReadObject(
        ref Utf8JsonReader reader, int line, string path, int depth, ref int values, RowProblems problems)
    {
        var value = new RowValue(RowValueKind.Object, line, path);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadString(ref reader, line, path, problems) ?? "";
            var memberPath = RowValue.Join(path, SafeName.Of(name, names.Count));
            reader.Read();
            if (ReadValue(ref reader, line, memberPath, depth + 1, ref values, problems) is not { } member)
            {
                return null;
            }

            if (!names.Add(name))
            {
                problems.Add(line, memberPath, "stands twice: keep one");
                continue;
            }

            value.Members.Add((name, member));
        }

        return value;
    }

    private static RowValue? ReadList(
        ref Utf8JsonReader reader, int line, string path, int depth, ref int values, RowProblems problems)
    {
        var value = new RowValue(RowValueKind.List, line, path);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader, line, Invariant($"{path}[{value.Items.Count}]"), depth + 1, ref values, problems) is not { } item)
            {
                return null;
            }

            value.Items.Add(item);
        }

        return value;
    }

    private static string? ReadString(ref Utf8JsonReader reader, int line, string path, RowProblems problems)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // The line is valid UTF-8, so this is an escape such as \ud83d without its other half.
            problems.Add(line, path, "holds half of a surrogate pair (\\ud800 to \\udfff): write the character itself");
            return null;
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(line[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
