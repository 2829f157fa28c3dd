namespace ClusterEngine.Core.Import;

/// <summary>How a cell is read.</summary>
internal enum CsvCell
{
    Text,
    Number,
    Flag,
    List,
    Sources,
    Capacity,
}

/// <summary>A column of the CSV form.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="IsFacet">Whether it belongs to the row's facet, not to the profile.</param>
/// <param name="Path">The field's path in the JSON form.</param>
/// <param name="Cell">How its cells are read.</param>
internal sealed record CsvColumn(string Name, bool IsFacet, string[] Path, CsvCell Cell);

/// <summary>The columns of the CSV form.</summary>
internal static class CsvColumns
{
    /// <summary>The column that says what facet a row has, <c>need</c> or <c>offer</c>.</summary>
    public const string Facet = "facet";

    /// <summary>All columns, in the template's order.</summary>
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        Profile("id"), Profile("kind"), Profile("startup", CsvCell.Flag), Profile("name"),
        Profile("legal_entity.id"), Profile("legal_entity.name"), Profile("legal_entity.organisationsnummer"),
        Profile("legal_entity.country"), Profile("legal_entity.public_authority", CsvCell.Flag),
        Profile("legal_entity.sole_trader", CsvCell.Flag), Profile("parent_id"), Profile("ror"), Profile("orcid"),
        Profile("municipality"), Profile("lat", CsvCell.Number), Profile("lon", CsvCell.Number),
        new("description_sv", false, ["description", "sv"], CsvCell.Text),
        new("description_en", false, ["description", "en"], CsvCell.Text),
        Profile("claim"), Profile("sources", CsvCell.Sources), Profile("contact.function"), Profile("contact.email"),
        Profile("paused", CsvCell.Flag),
        Row(Facet), Row("key"), new("text_sv", true, ["text", "sv"], CsvCell.Text),
        new("text_en", true, ["text", "en"], CsvCell.Text), Row("category"), Row("visibility"),
        Row("place.lat", CsvCell.Number), Row("place.lon", CsvCell.Number), Row("priority", CsvCell.Number), Row("relation"),
        Row("hard.bsl_min", CsvCell.Number), Row("hard.certifications_all", CsvCell.List), Row("hard.from"), Row("hard.to"),
        Row("hard.max_km", CsvCell.Number), Row("hard.languages_any", CsvCell.List), Row("hard.exclude", CsvCell.List),
        Row("bsl_max", CsvCell.Number), Row("certifications", CsvCell.List), Row("languages", CsvCell.List),
        Row("available_from"), Row("available_to"), Row("capacity", CsvCell.Capacity),
    ];

    /// <summary>The column of a name; null when there is none.</summary>
    public static CsvColumn? Find(string name) =>
        All.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    private static CsvColumn Profile(string name, CsvCell cell = CsvCell.Text) => new(name, false, name.Split('.'), cell);

    private static CsvColumn Row(string name, CsvCell cell = CsvCell.Text) => new(name, true, name.Split('.'), cell);
}
