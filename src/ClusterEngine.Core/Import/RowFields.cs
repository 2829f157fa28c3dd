using System.Globalization;

namespace ClusterEngine.Core.Import;

/// <summary>Reads the fields of an object in a row; what is wrong goes to the row's problems, and the reading goes on.</summary>
internal sealed class RowFields(RowValue value, RowProblems problems)
{
    public string PathOf(string name) => RowValue.Join(value.Path, name);

    public RowValue? this[string name] => value.Find(name);

    public void Problem(string name, string reason) =>
        problems.Add(value.Find(name)?.Line ?? value.Line, value.Find(name)?.Path ?? PathOf(name), reason);

    /// <summary>Refuses every field that is not among the known ones.</summary>
    /// <param name="known">The fields of the format.</param>
    /// <param name="foreign">Fields that belong to another object, and where.</param>
    public void Only(IReadOnlyList<string> known, IReadOnlyDictionary<string, string>? foreign = null)
    {
        foreach (var (name, field) in value.Members)
        {
            if (problems.IsFull)
            {
                return;
            }

            if (known.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            if (foreign is not null && foreign.TryGetValue(name, out var owner))
            {
                if (field.Kind != RowValueKind.Null)
                {
                    problems.Add(field, $"is a field of {owner}");
                }
            }
            else
            {
                problems.Add(field, Known.Nearest(name, known) is { } nearest
                    ? $"is not a known field; the nearest one is {nearest}"
                    : $"is not a known field; there are {string.Join(", ", known)}");
            }
        }
    }

    /// <summary>A text without surrounding spaces.</summary>
    /// <param name="name">The field.</param>
    /// <param name="max">The most characters.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <param name="lines">Whether it may have line breaks and tabs.</param>
    public string? Text(string name, int max, bool required = false, bool lines = false)
    {
        if (value.Find(name) is { } field)
        {
            return TextOf(field, max, lines);
        }

        if (required)
        {
            Problem(name, "is required");
        }

        return null;
    }

    public double? Number(string name, double min, double max) =>
        value.Find(name) is { } field ? NumberOf(field, min, max) : null;

    public int? Integer(string name, int min, int max)
    {
        if (Number(name, min, max) is not { } number)
        {
            return null;
        }

        if (!double.IsInteger(number))
        {
            Problem(name, Invariant($"must be a whole number from {min} to {max}"));
            return null;
        }

        return (int)number;
    }

    public bool? Flag(string name)
    {
        if (value.Find(name) is not { } field)
        {
            return null;
        }

        if (field.Kind != RowValueKind.Flag)
        {
            problems.Add(field, "must be true or false");
            return null;
        }

        return string.Equals(field.Text, "true", StringComparison.Ordinal);
    }

    public T? Choice<T>(string name, bool required = false)
        where T : struct, Enum
    {
        if (Text(name, ImportLimits.NameLength, required) is not { } text)
        {
            return null;
        }

        if (WireNames<T>.Find(text) is { } choice)
        {
            return choice;
        }

        var hint = WireNames<T>.Nearest(text) is { } nearest ? $"; the nearest is {nearest}" : "";
        Problem(name, $"must be one of {WireNames<T>.All}{hint}");
        return null;
    }

    public IReadOnlyList<string> Texts(string name, int max)
    {
        var texts = new List<string>();
        foreach (var item in Items(name, ImportLimits.ListItems))
        {
            if (TextOf(item, max, lines: false) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Languages as two lower-case letters.</summary>
    public IReadOnlyList<string> Languages(string name)
    {
        var languages = new List<string>();
        foreach (var item in Items(name, ImportLimits.ListItems))
        {
            if (TextOf(item, ImportLimits.NameLength, lines: false) is not { } text)
            {
                continue;
            }

            if (text.Length != 2 || !text.All(char.IsAsciiLetter))
            {
                problems.Add(item, "must be a language of two letters (ISO 639-1), such as sv or en");
                continue;
            }

            languages.Add(text.ToLowerInvariant());
        }

        return languages;
    }

    /// <summary>The entries of a list; none when it is absent, null or no list.</summary>
    public IReadOnlyList<RowValue> Items(string name, int max)
    {
        if (value.Find(name) is not { } field)
        {
            return [];
        }

        if (field.Kind != RowValueKind.List)
        {
            problems.Add(field, "must be a list, [ … ]");
            return [];
        }

        if (field.Items.Count > max)
        {
            problems.Add(field, Invariant($"must have at most {max} entries"));
            return [];
        }

        return field.Items;
    }

    public RowFields? Object(string name) => value.Find(name) is { } field ? ObjectOf(field) : null;

    public RowFields? ObjectOf(RowValue field)
    {
        if (field.Kind == RowValueKind.Object)
        {
            return new RowFields(field, problems);
        }

        problems.Add(field, "must be an object, { … }");
        return null;
    }

    public DateOnly? Day(string name, ImportDates dates)
    {
        if (Text(name, ImportLimits.NameLength) is not { } text)
        {
            return null;
        }

        var day = dates.Day(text, out var reason);
        if (day is null)
        {
            Problem(name, reason);
        }

        return day;
    }

    private string? TextOf(RowValue field, int max, bool lines)
    {
        if (field.Kind != RowValueKind.Text)
        {
            problems.Add(field, "must be a text in quotation marks");
            return null;
        }

        var text = field.Text.Trim();
        if (text.Length == 0)
        {
            problems.Add(field, "is empty: write something, or leave it out");
            return null;
        }

        if (text.Length > max)
        {
            problems.Add(field, Invariant($"must have at most {max} characters; has {text.Length}"));
            return null;
        }

        var control = FindControl(text, lines);
        if (control >= 0)
        {
            problems.Add(field, Invariant($"holds a control character at character {control + 1}: remove it"));
            return null;
        }

        return text;
    }

    private double? NumberOf(RowValue field, double min, double max)
    {
        if (field.Kind != RowValueKind.Number)
        {
            problems.Add(field, "must be a number");
            return null;
        }

        var number = double.Parse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (number >= min && number <= max)
        {
            return number;
        }

        problems.Add(field, Invariant($"must be from {min} to {max}"));
        return null;
    }

    private static int FindControl(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && !(lines && text[i] is '\n' or '\r' or '\t'))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
