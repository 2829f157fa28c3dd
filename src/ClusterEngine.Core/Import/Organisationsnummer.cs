namespace ClusterEngine.Core.Import;

/// <summary>A Swedish organisationsnummer as it is written in a profile.</summary>
internal static class Organisationsnummer
{
    /// <summary>Reads ten digits with or without hyphen, or twelve that begin with 16 (a sole trader's: 18, 19 or 20).</summary>
    /// <param name="text">What was written.</param>
    /// <param name="soleTrader">Whether the row says that the number is a sole trader's, that is a personnummer.</param>
    /// <param name="today">The latest birthday that counts.</param>
    /// <returns>The number as <c>NNNNNN-NNNN</c> and whether it is personal; a null number comes with the reason.</returns>
    public static (string? Number, bool IsPersonal, string Reason) Read(string text, bool soleTrader, DateOnly today)
    {
        var digits = text.Length is 11 or 13 && text[^5] == '-' ? text.Remove(text.Length - 5, 1) : text;
        if (digits.Length is not (10 or 12) || !digits.All(char.IsAsciiDigit))
        {
            return (null, false, "must be ten digits, with or without hyphen before the last four (or twelve, beginning with 16)");
        }

        var prefix = digits.Length == 12 ? digits[..2] : "";
        var ten = digits[^10..];
        var number = $"{ten[..6]}-{ten[6..]}";
        if (!CheckDigits.Luhn(ten))
        {
            return (null, false, "the check digit (the last one) is wrong: look for a digit that was mistyped");
        }

        if (ten[2] >= '2')
        {
            return prefix is "" or "16"
                ? (number, false, "")
                : (null, false, "with twelve digits it must begin with 16");
        }

        if (prefix is not "16" && soleTrader && PersonalNumber.IsTenDigits(ten, today))
        {
            return (number, true, "");
        }

        return (null, false, soleTrader
            ? "is neither an organisationsnummer (third digit at least 2) nor a personal identity number"
            : "is no organisationsnummer: the third digit must be at least 2 (a sole trader's number is allowed only "
                + "with \"sole_trader\": true in legal_entity)");
    }
}
