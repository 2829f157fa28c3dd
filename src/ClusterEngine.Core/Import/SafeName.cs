namespace ClusterEngine.Core.Import;

/// <summary>Names from a file as they may be shown: one that could hold something else than a name is not repeated.</summary>
internal static class SafeName
{
    private const int Longest = 40;
    private const int MostDigits = 4; // a personal identity number has at least ten

    public static string Of(string name, int place) => IsPlain(name)
        ? name
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"(field {place + 1})");

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= Longest
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-')
        && name.Count(char.IsAsciiDigit) <= MostDigits;
}
