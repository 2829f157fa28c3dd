using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterEngine.Core.Import;

/// <summary>Turns cells of a CSV file into the values that the JSON form has.</summary>
/// <param name="separator">The file's separator: where it is not a comma, numbers may have a decimal comma.</param>
internal sealed partial class CsvCells(char separator)
{
    /// <summary>Reads a cell that is not blank. What is not of the column's kind stays a text, which the mapper refuses.</summary>
    public RowValue Read(CsvColumn column, int line, string cell) => column.Cell switch
    {
        CsvCell.Number => Number(cell, line, column.Name),
        CsvCell.Flag => Flag(cell, line, column.Name),
        CsvCell.List => List(cell, line, column.Name, Text),
        CsvCell.Sources => List(cell, line, column.Name, Source),
        CsvCell.Capacity => List(cell, line, column.Name, Window),
        _ => Text(cell, line, column.Name),
    };

    private static RowValue Text(string cell, int line, string path) => new(RowValueKind.Text, line, path, cell);

    private RowValue Number(string cell, int line, string path)
    {
        var number = separator == ',' ? cell : cell.Replace(',', '.');
        return JsonNumber().IsMatch(number) ? new(RowValueKind.Number, line, path, number) : Text(cell, line, path);
    }

    private static RowValue Flag(string cell, int line, string path) => cell.ToUpperInvariant() switch
    {
        "TRUE" or "SANT" or "YES" or "JA" or "1" => new(RowValueKind.Flag, line, path, "true"),
        "FALSE" or "FALSKT" or "NO" or "NEJ" or "0" => new(RowValueKind.Flag, line, path, "false"),
        _ => Text(cell, line, path),
    };

    private static RowValue List(string cell, int line, string path, Func<string, int, string, RowValue> read)
    {
        var list = new RowValue(RowValueKind.List, line, path);
        foreach (var part in cell.Split('|'))
        {
            list.Items.Add(read(
                part.Trim(), line, string.Create(CultureInfo.InvariantCulture, $"{path}[{list.Items.Count}]")));
        }

        return list;
    }

    // "ADDRESS" or "ADDRESS DAY"
    private static RowValue Source(string part, int line, string path) =>
        Named(line, path, Words(part), ["url", "checked"], part);

    // "FROM/TO AMOUNT UNIT RRULE", where unit and rrule may be left out
    private RowValue Window(string part, int line, string path)
    {
        var words = Words(part);
        var ends = words.Length > 0 ? words[0].Split('/') : [];
        if (ends.Length != 2 || words.Length is < 2 or > 4)
        {
            return Text(part, line, path);
        }

        var isRule = words.Length == 3 && words[2].Contains('=', StringComparison.Ordinal);
        var window = Named(line, path, [ends[0], ends[1], .. words[1..]],
            isRule ? ["from", "to", "amount", "rrule"] : ["from", "to", "amount", "unit", "rrule"], part);
        for (var i = 0; i < window.Members.Count; i++)
        {
            if (string.Equals(window.Members[i].Name, "amount", StringComparison.Ordinal))
            {
                window.Members[i] = ("amount", Number(words[1], line, RowValue.Join(path, "amount")));
            }
        }

        return window;
    }

    private static RowValue Named(int line, string path, string[] words, string[] names, string part)
    {
        if (words.Length > names.Length)
        {
            return Text(part, line, path);
        }

        var value = new RowValue(RowValueKind.Object, line, path);
        for (var i = 0; i < words.Length; i++)
        {
            value.Members.Add((names[i], Text(words[i], line, RowValue.Join(path, names[i]))));
        }

        return value;
    }

    private static string[] Words(string part) =>
        part.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonNumber();
}
