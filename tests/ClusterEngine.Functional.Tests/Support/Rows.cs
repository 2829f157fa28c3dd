namespace ClusterEngine.Functional.Tests.Support;

/// <summary>Rows to import.</summary>
internal static class Rows
{
    public static string Profile(string id, string name = "Provbolaget (påhittat)", string more = "") =>
        $$"""{"id": "{{id}}", "kind": "company", "name": "{{name}}", "description": {"sv": "Ett bolag."}, "claim": "fictional"{{more}}}""" + "\n";

    public const string WithNeed = """
        , "needs": [{"key": "fyllning", "text": {"sv": "Steril fyllning av flaskor."}, "category": "service"}]
        """;

    public const string WithOffer = """
        , "offers": [{"key": "rum", "text": {"en": "A clean room for sterile filling."}, "category": "space"}]
        """;
}
