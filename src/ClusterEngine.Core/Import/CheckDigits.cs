using System.Globalization;

namespace ClusterEngine.Core.Import;

/// <summary>The check digits of the identifiers that a profile may carry.</summary>
internal static class CheckDigits
{
    private const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's: no i, l, o, u

    /// <summary>Whether digits end in their Luhn check digit, as organisationsnummer and personnummer (ten digits) do.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    /// <summary>Reads a ROR id, bare or as an address, and verifies its two check digits (ISO 7064 mod 97-10 over the
    /// number that the six characters before them write in base 32).</summary>
    /// <returns>The nine characters in lower case; null when it is none.</returns>
    public static string? Ror(string text)
    {
        var id = Bare(text, "https://ror.org/", "http://ror.org/", "ror.org/").ToLowerInvariant();
        if (id.Length != 9 || id[0] != '0' || !char.IsAsciiDigit(id[7]) || !char.IsAsciiDigit(id[8]))
        {
            return null;
        }

        var value = 0L;
        foreach (var letter in id.AsSpan(0, 7))
        {
            var digit = Base32.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 32) + digit;
        }

        var check = 98 - (value * 100 % 97);
        return string.Equals(check.ToString("00", CultureInfo.InvariantCulture), id[7..], StringComparison.Ordinal)
            ? id
            : null;
    }

    /// <summary>Reads an ORCID iD, bare or as an address, and verifies its check character (ISO 7064 mod 11-2).</summary>
    /// <returns>As <c>0000-0002-1825-0097</c>; null when it is none.</returns>
    public static string? Orcid(string text)
    {
        var id = Bare(text, "https://orcid.org/", "http://orcid.org/", "orcid.org/").ToUpperInvariant();
        if (id.Length != 19 || id[4] != '-' || id[9] != '-' || id[14] != '-')
        {
            return null;
        }

        var compact = id.Replace("-", "", StringComparison.Ordinal);
        if (compact.Length != 16)
        {
            return null;
        }

        var total = 0;
        foreach (var letter in compact.AsSpan(0, 15))
        {
            if (!char.IsAsciiDigit(letter))
            {
                return null;
            }

            total = (total + (letter - '0')) * 2 % 11;
        }

        var check = (12 - total) % 11;
        return compact[15] == (check == 10 ? 'X' : (char)('0' + check)) ? id : null;
    }

    private static string Bare(string text, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..];
            }
        }

        return text;
    }
}
