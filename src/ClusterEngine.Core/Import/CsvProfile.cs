using System.Globalization;

namespace ClusterEngine.Core.Import;

/// <summary>The CSV rows of one profile: its own columns on the first and, repeated or blank, on the others; a facet on each.</summary>
internal sealed class CsvProfile(CsvHeader header, int firstLine, string? profileId)
{
    private readonly CsvCells _cells = new(header.Separator);
    private readonly RowProblems _problems = new();
    private readonly RowValue _profile = new(RowValueKind.Object, firstLine, "");
    private readonly RowValue _needs = new(RowValueKind.List, firstLine, "needs");
    private readonly RowValue _offers = new(RowValueKind.List, firstLine, "offers");
    private readonly Dictionary<CsvColumn, (string Cell, int Line)> _own = [];
    private int _size;
    private int _facets;

    /// <summary>The id on a row; null when it is blank.</summary>
    public static string? IdOf(CsvHeader header, string[] fields)
    {
        for (var i = 0; i < Math.Min(fields.Length, header.Columns.Count); i++)
        {
            if (string.Equals(header.Columns[i]?.Name, "id", StringComparison.Ordinal))
            {
                return string.IsNullOrWhiteSpace(fields[i]) ? null : fields[i].Trim();
            }
        }

        return null;
    }

    public bool HasId(string id) => string.Equals(profileId, id, StringComparison.Ordinal);

    /// <summary>Adds a row; fields null: it could not be split.</summary>
    public void Add(CsvRecord record, string[]? fields)
    {
        _size += record.Text.Length;
        if (fields is null)
        {
            _problems.Add(record.Line, "", record.Fault switch
            {
                CsvFault.TooLong => "is longer than 4 MiB and was skipped",
                CsvFault.OpenQuote => "a quotation mark is opened here and never closed: close it, or double it to write one",
                _ => "text follows a closing quotation mark: double each quotation mark inside a quoted field",
            });
            return;
        }

        if (_size > ImportLimits.RowLength || ++_facets > 2 * ImportLimits.Facets)
        {
            _problems.Add(record.Line, "", "the profile has more rows than one may have (200 needs and 200 offers, 4 MiB)");
            return;
        }

        var facet = new RowValue(RowValueKind.Object, record.Line, "");
        string? side = null;
        for (var i = 0; i < fields.Length; i++)
        {
            var cell = fields[i].Trim();
            if (cell.Length == 0)
            {
                continue;
            }

            switch (i < header.Columns.Count ? header.Columns[i] : null)
            {
                case null:
                    _problems.Add(record.Line, "", string.Create(CultureInfo.InvariantCulture,
                        $"has something in field {i + 1}, which has no column name: name the column, or quote a field that holds the separator"));
                    break;
                case { Name: CsvColumns.Facet }:
                    side = cell;
                    break;
                case { IsFacet: true } column:
                    Set(facet, column, record.Line, cell);
                    break;
                case { } column:
                    SetOwn(column, record.Line, cell);
                    break;
            }
        }

        AddFacet(facet, side);
    }

    public ImportRow ToRow()
    {
        _profile.Members.Add(("needs", _needs));
        _profile.Members.Add(("offers", _offers));
        return new ImportRow(firstLine, _size, _profile, _problems);
    }

    private void AddFacet(RowValue facet, string? side)
    {
        switch (side?.ToUpperInvariant())
        {
            case "NEED":
                _needs.Items.Add(facet);
                break;
            case "OFFER":
                _offers.Items.Add(facet);
                break;
            case null when facet.Members.Count == 0:
                break;
            default:
                _problems.Add(facet.Line, CsvColumns.Facet, "must be need or offer (blank only when the row has no facet)");
                break;
        }
    }

    private void SetOwn(CsvColumn column, int line, string cell)
    {
        if (_own.TryAdd(column, (cell, line)))
        {
            Set(_profile, column, line, cell);
        }
        else if (!string.Equals(_own[column].Cell, cell, StringComparison.Ordinal))
        {
            _problems.Add(line, column.Name, string.Create(CultureInfo.InvariantCulture,
                $"differs from the same profile's line {_own[column].Line}: repeat it or leave it blank"));
        }
    }

    private void Set(RowValue row, CsvColumn column, int line, string cell)
    {
        foreach (var name in column.Path[..^1])
        {
            if (row.Find(name) is not { } inner)
            {
                inner = new RowValue(RowValueKind.Object, line, RowValue.Join(row.Path, name));
                row.Members.Add((name, inner));
            }

            row = inner;
        }

        row.Members.Add((column.Path[^1], _cells.Read(column, line, cell)));
    }
}
