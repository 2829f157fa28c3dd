using System.Globalization;

namespace ClusterEngine.Core.Import;

/// <summary>The first line of a CSV file: which columns it has, and what separates them.</summary>
/// <param name="Separator">Comma, semicolon or tab.</param>
/// <param name="Columns">The column of each field; null: a field without a name, which must stay empty.</param>
internal sealed record CsvHeader(char Separator, IReadOnlyList<CsvColumn?> Columns)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads the header with the separator that finds the most known columns.</summary>
    /// <param name="line">The header's line.</param>
    /// <param name="separator">What a <c>sep=</c> line before it says; null: there is none.</param>
    /// <exception cref="ImportException">A column is unknown, doubled or lacking.</exception>
    public static CsvHeader Read(string line, char? separator)
    {
        var found = separator ?? Separators.MaxBy(candidate => CountKnown(line, candidate));
        if (CountKnown(line, found) == 0)
        {
            throw new ImportException(
                "The first line must name the columns (id, kind, name, claim, facet, key, …), separated by comma, semicolon or tab. "
                + "See one with: import --template");
        }

        var columns = new List<CsvColumn?>();
        foreach (var name in Fields(line, found))
        {
            var column = name.Length == 0 ? null : CsvColumns.Find(name) ?? throw Unknown(name, columns.Count);
            if (column is not null && columns.Contains(column))
            {
                throw new ImportException($"The column {column.Name} stands twice in the first line: keep one.");
            }

            columns.Add(column);
        }

        foreach (var required in (ReadOnlySpan<string>)["id", "kind", "name", "claim"])
        {
            if (!columns.Contains(CsvColumns.Find(required)))
            {
                throw new ImportException($"The first line must have the column {required}. See one with: import --template");
            }
        }

        return new CsvHeader(found, columns);
    }

    /// <summary>The separator that a line such as <c>sep=;</c> names; null: the line is none.</summary>
    public static char? SeparatorLine(string line)
    {
        var text = line.Trim('"', ' '); // Excel may quote it
        return text.Length == 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Separators.Contains(text[4])
            ? text[4]
            : null;
    }

    private static int CountKnown(string line, char separator) =>
        Fields(line, separator).Count(name => CsvColumns.Find(name) is not null);

    private static IEnumerable<string> Fields(string line, char separator) =>
        (CsvFields.Read(line, separator) ?? []).Select(name => name.Trim());

    private static ImportException Unknown(string name, int place)
    {
        var nearest = Known.Nearest(name, CsvColumns.All.Select(column => column.Name));
        var hint = nearest is null ? "See the columns with: import --template" : $"The nearest one is {nearest}.";
        return new ImportException(string.Create(CultureInfo.InvariantCulture,
            $"The first line names an unknown column, {SafeName.Of(name, place)}. {hint}"));
    }
}
