using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Import;

/// <summary>Reads a profile's legal entity.</summary>
internal static class LegalEntityMapper
{
    public const string Field = "legal_entity";
    public const string Number = "organisationsnummer";
    public const string SoleTrader = "sole_trader";

    private static readonly string[] Known = ["id", "name", Number, "country", "public_authority", SoleTrader];

    public static LegalEntity? Map(RowFields profile, DateOnly today)
    {
        if (profile.Object(Field) is not { } fields)
        {
            return null;
        }

        fields.Only(Known);
        var id = fields.Text("id", ImportLimits.IdLength, required: true);
        var name = fields.Text("name", ImportLimits.NameLength, required: true);
        var publicAuthority = fields.Flag("public_authority");
        var (number, isPersonal) = ReadNumber(fields, today);
        var country = ReadCountry(fields, number is not null);
        return id is null || name is null || country is null
            ? null
            : new LegalEntity(id, name, number, isPersonal, country, publicAuthority);
    }

    private static (string? Number, bool IsPersonal) ReadNumber(RowFields fields, DateOnly today)
    {
        var soleTrader = fields.Flag(SoleTrader) ?? false;
        if (fields.Text(Number, ImportLimits.NameLength) is not { } text)
        {
            return default;
        }

        var (number, isPersonal, reason) = Organisationsnummer.Read(text, soleTrader, today);
        if (number is null)
        {
            fields.Problem(Number, reason);
        }

        return (number, isPersonal);
    }

    private static string? ReadCountry(RowFields fields, bool isSwedish)
    {
        if (fields["country"] is null && isSwedish)
        {
            return "SE"; // only Swedish registers give organisationsnummer
        }

        if (fields.Text("country", ImportLimits.NameLength, required: true) is not { } country)
        {
            return null;
        }

        if (country.Length == 2 && country.All(char.IsAsciiLetter))
        {
            return country.ToUpperInvariant();
        }

        fields.Problem("country", "must be a country of two letters (ISO 3166-1), such as SE");
        return null;
    }
}
