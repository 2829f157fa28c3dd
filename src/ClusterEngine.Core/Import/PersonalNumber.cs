using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClusterEngine.Core.Import;

/// <summary>Finds Swedish personal identity numbers in text: personnummer, and samordningsnummer (day + 60).
/// Only where they stand is ever told, never what they are.</summary>
/// <remarks>
/// Found: ten or twelve digits with a valid date and check digit, with or without hyphen, plus or up to three
/// spaces between year, month, day and the last four; in any script's digits. Not found: an organisationsnummer
/// (its "month" is at least 20), ten or twelve digits inside a longer run of digits or in a decimal, unseparated
/// digits right after or before a letter (accession numbers such as <c>SRR…</c>), what follows a DOI's prefix, and
/// birthdays that are yet to come (a date followed by a four-digit amount).
/// </remarks>
public static partial class PersonalNumber
{
    private const int MostSeparators = 3;
    private const int LongestDoi = 200; // looked back for the prefix: enough for any, and short for a hostile text

    /// <summary>Where the first personal identity number begins.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="today">The latest birthday that counts.</param>
    /// <returns>The place in UTF-16 units from 0; null: there is none.</returns>
    public static int? IndexIn(string text, DateOnly today)
    {
        if (text.Length < 10)
        {
            return null;
        }

        var (plain, places) = Plain(text);
        for (var i = 0; i + 10 <= plain.Length; i++)
        {
            if (char.IsAsciiDigit(plain[i])
                && MayBeginAt(plain, i)
                && (IsNumberAt(plain, i, centuries: true, today) || IsNumberAt(plain, i, centuries: false, today)))
            {
                return places[i];
            }
        }

        return null;
    }

    /// <summary>Whether ten digits are a personal identity number of someone born in any century until today.</summary>
    internal static bool IsTenDigits(ReadOnlySpan<char> digits, DateOnly today) =>
        digits.Length == 10
        && CheckDigits.Luhn(digits)
        && (IsDate(18, digits, today) || IsDate(19, digits, today) || IsDate(20, digits, today));

    private static bool IsNumberAt(string plain, int start, bool centuries, DateOnly today)
    {
        Span<char> digits = stackalloc char[12];
        var (at, count, separated) = (start, 0, false);
        foreach (var length in centuries ? [2, 2, 2, 2, 4] : (ReadOnlySpan<int>)[2, 2, 2, 4])
        {
            var before = at;
            while (count > 0 && at < plain.Length && plain[at] is ' ' or '-' or '+' && at - before < MostSeparators)
            {
                at++;
            }

            separated |= at > before;
            for (var i = 0; i < length; i++, at++)
            {
                if (at >= plain.Length || !char.IsAsciiDigit(plain[at]))
                {
                    return false;
                }

                digits[count++] = plain[at];
            }
        }

        if (!MayEndAt(plain, at) || (!separated && (IsWord(plain, start - 1) || IsWord(plain, at))))
        {
            return false;
        }

        var isNumber = centuries
            ? CheckDigits.Luhn(digits[2..12])
                && IsDate(((digits[0] - '0') * 10) + digits[1] - '0', digits[2..12], today)
            : IsTenDigits(digits[..10], today);
        return isNumber && !IsInDoi(plain, start);
    }

    private static bool IsDate(int century, ReadOnlySpan<char> ten, DateOnly today)
    {
        var year = (century * 100) + Two(ten, 0);
        var month = Two(ten, 2);
        var day = Two(ten, 4);
        day = day > 60 ? day - 60 : day;
        return century is >= 18 and <= 20
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && new DateOnly(year, month, day) <= today;
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    // Not inside a longer run of digits, nor in the decimals of a number.
    private static bool MayBeginAt(string plain, int start) =>
        !IsDigit(plain, start - 1)
        && !(start >= 2 && plain[start - 1] is '.' or ',' && IsDigit(plain, start - 2));

    private static bool MayEndAt(string plain, int end) =>
        !IsDigit(plain, end)
        && !(end + 1 < plain.Length && plain[end] is '.' or ',' && IsDigit(plain, end + 1));

    private static bool IsInDoi(string plain, int start)
    {
        var before = plain.AsSpan(Math.Max(0, start - LongestDoi), Math.Min(start, LongestDoi));
        return DoiPrefix().IsMatch(before[(before.LastIndexOf(' ') + 1)..]);
    }

    private static bool IsDigit(string plain, int at) => at >= 0 && at < plain.Length && char.IsAsciiDigit(plain[at]);

    private static bool IsWord(string plain, int at) =>
        at >= 0 && at < plain.Length && (char.IsLetter(plain[at]) || plain[at] == '_');

    /// <summary>The text with every script's digits, dashes and spaces as ASCII and invisible characters left out,
    /// and where each of its characters stands in the original.</summary>
    private static (string Plain, List<int> Places) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var category = Rune.GetUnicodeCategory(rune);
            if (category != UnicodeCategory.Format) // zero-width characters, soft hyphens, direction marks
            {
                plain.Append(category switch
                {
                    UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
                    UnicodeCategory.DashPunctuation => '-',
                    UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => ' ',
                    _ => rune.Value switch
                    {
                        0x2212 => '-', // minus sign
                        0xFF0B or 0xFE62 => '+', // full-width and small plus
                        _ => rune.IsBmp ? (char)rune.Value : '\uFFFD',
                    },
                });
                places.Add(i);
            }

            i += length;
        }

        return (plain.ToString(), places);
    }

    [GeneratedRegex(@"10\.[0-9]{4,9}/", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoiPrefix();
}
