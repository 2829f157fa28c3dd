namespace ClusterEngine.Core.Import;

/// <summary>What kind of value stands in a row.</summary>
internal enum RowValueKind
{
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
}

/// <summary>A value of a row, from JSON or CSV, that knows where it stands.</summary>
/// <param name="kind">What it is.</param>
/// <param name="line">The line in the file, from 1.</param>
/// <param name="path">Its path in the row, such as <c>offers[0].bsl_max</c>, or its column; empty for the row itself.</param>
/// <param name="text">A text's characters, a number as it is written in JSON, or <c>true</c> and <c>false</c>.</param>
internal sealed class RowValue(RowValueKind kind, int line, string path, string text = "")
{
    // Most values are neither list nor object: they share these, which stay empty.
    private static readonly List<RowValue> None = [];
    private static readonly List<(string Name, RowValue Value)> NoMembers = [];

    public RowValueKind Kind => kind;

    public int Line => line;

    public string Path => path;

    public string Text => text;

    /// <summary>A list's entries.</summary>
    public List<RowValue> Items { get; } = kind == RowValueKind.List ? [] : None;

    /// <summary>An object's members.</summary>
    public List<(string Name, RowValue Value)> Members { get; } = kind == RowValueKind.Object ? [] : NoMembers;

    /// <summary>The value of a member; null when it is absent or null.</summary>
    public RowValue? Find(string name)
    {
        foreach (var (known, value) in Members)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return value.Kind == RowValueKind.Null ? null : value;
            }
        }

        return null;
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}

/// <summary>A row to be read: a profile or a verdict.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Size">About how many bytes it takes.</param>
/// <param name="Value">What stands there; null when it cannot be read at all.</param>
/// <param name="Problems">What is wrong with it so far.</param>
internal sealed record ImportRow(int Line, int Size, RowValue? Value, RowProblems Problems);
