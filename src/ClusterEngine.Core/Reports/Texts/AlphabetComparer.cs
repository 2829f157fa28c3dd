namespace ClusterEngine.Core.Reports.Texts;

/// <summary>Alphabetical order without the machine's collation data: Swedish puts å, ä, ö after z; English reads them as
/// a and o. Case and other accents do not count; what is equal so far is ordered by code point.</summary>
internal sealed class AlphabetComparer : IComparer<string>
{
    private const string Accented = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ";
    private const string SwedishBase = "aaaa\u00E4\u00E5\u00E4ceeeeiiiinoooo\u00F6\u00F6uuuyyy";
    private const string EnglishBase = "aaaaaaaceeeeiiiinoooooouuuuyy";

    private readonly bool _swedish;

    private AlphabetComparer(bool swedish) => _swedish = swedish;

    public static AlphabetComparer Swedish { get; } = new(swedish: true);

    public static AlphabetComparer English { get; } = new(swedish: false);

    public int Compare(string? x, string? y)
    {
        x ??= "";
        y ??= "";
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            var order = Rank(x[i]).CompareTo(Rank(y[i]));
            if (order != 0)
            {
                return order;
            }
        }

        var length = x.Length.CompareTo(y.Length);
        return length != 0 ? length : string.CompareOrdinal(x, y);
    }

    private int Rank(char character)
    {
        var lower = char.ToLowerInvariant(character);
        var accented = Accented.IndexOf(lower, StringComparison.Ordinal);
        if (accented >= 0)
        {
            lower = (_swedish ? SwedishBase : EnglishBase)[accented];
        }

        // å, ä, ö in this order; their code points are ä, å, ö.
        return lower switch
        {
            'å' => 'z' + 1,
            'ä' => 'z' + 2,
            'ö' => 'z' + 3,
            > 'z' => lower + 4,
            _ => lower,
        };
    }
}
