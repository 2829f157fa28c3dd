using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterEngine.Core.Tests.Import;

/// <summary>Rows to import, and identity numbers that nobody has: built from a date, never written out.</summary>
internal static class Rows
{
    public const string Full = """
        {"id":"full","kind":"company","startup":true,"name":"  Påhittade Fyllbolaget AB ","legal_entity":{"id":"fb","name":"Fyllbolaget","organisationsnummer":"5560360793","country":"se","public_authority":false},"parent_id":"mother","ror":"https://ror.org/056d84691","orcid":"0000-0002-1825-0097","municipality":"Huddinge","lat":59.22,"lon":17.94,"description":{"sv":"Beskrivning","en":"Description"},"claim":"claimed","sources":[{"url":"https://example.se/a","checked":"2026-11-23"},{"url":"http://example.se/b"}],"contact":{"function":"Inköp","email":"inkop@example.se"},"paused":true,"needs":[{"key":"n1","text":{"sv":"Steril fyllning\nav vialer"},"category":"clinical_access","visibility":"matched","place":{"lat":59.3,"lon":18.1},"priority":5,"hard":{"bsl_min":2,"certifications_all":["GMP","ISO/IEC 17025"],"from":"2027-01-11","to":"2027-03-01","max_km":60.5,"languages_any":["sv","EN"],"exclude":["rival"]},"relation":"joint_application"}],"offers":[{"key":"o1","text":{"en":"Microscope"},"category":"equipment","visibility":"coordinator","place":{"lat":59.1,"lon":18},"bsl_max":3,"certifications":["ISO 13485"],"languages":["sv"],"available_from":"2027-01-01","available_to":"2027-06-30","capacity":[{"from":"2027-01-12T09:00+01:00","to":"2027-01-12T16:00:00Z","amount":7.5,"unit":"hours","rrule":"RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=12"},{"from":"2027-06-01","to":"2027-07-01","amount":"some","unit":null,"rrule":null},{"from":"2027-07-01","to":"2027-08-01","amount":"ask"}]}]}
        """;

    public static string Minimal(string id = "a", string more = "") =>
        $$"""{"id":"{{id}}","kind":"lab","name":"Labbet","claim":"claimed"{{(more.Length == 0 ? "" : "," + more)}}}""";

    public static IEnumerable<string> Many(int count) => Enumerable.Range(0, count)
        .Select(i => Minimal(string.Create(CultureInfo.InvariantCulture, $"p{i}")));

    public static string WithOffer(string fields) =>
        Minimal(more: $$"""{{"\"offers\""}}:[{"key":"o","text":{"sv":"Prov"},{{fields}}}]""");

    public static string WithNeed(string fields) =>
        Minimal(more: $$"""{{"\"needs\""}}:[{"key":"n","text":{"sv":"Prov"},{{fields}}}]""");

    public static JsonObject FullObject() => JsonNode.Parse(Full)!.AsObject();

    /// <summary>Ten digits with a right check digit.</summary>
    /// <param name="nine">The nine digits before it.</param>
    public static string Checked(string nine)
    {
        for (var check = 0; check < 10; check++)
        {
            var digits = nine + check.ToString(CultureInfo.InvariantCulture);
            if (Luhn(digits))
            {
                return digits;
            }
        }

        throw new InvalidOperationException();
    }

    private static bool Luhn(string digits)
    {
        var sum = digits.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(value => (value / 10) + (value % 10));
        return sum % 10 == 0;
    }
}
