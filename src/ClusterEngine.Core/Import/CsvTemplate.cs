namespace ClusterEngine.Core.Import;

/// <summary>An example of the CSV form.</summary>
public static class CsvTemplate
{
    /// <summary>The header with all columns, and two worked rows of one fictional profile: a need and an offer. Separated by
    /// semicolons, numbers with a decimal comma, lines ended by LF, as a spreadsheet set to Swedish reads it. ASCII only,
    /// so that no program garbles it.</summary>
    public static string Text { get; } = string.Join('\n',
        string.Join(';', CsvColumns.All.Select(column => column.Name)),
        Row(new(StringComparer.Ordinal)
        {
            ["id"] = "exempelbolaget",
            ["kind"] = "company",
            ["startup"] = "true",
            ["name"] = "Exempelbolaget Provrad AB",
            ["legal_entity.id"] = "exempelbolaget-ab",
            ["legal_entity.name"] = "Exempelbolaget Provrad AB",
            ["legal_entity.country"] = "SE",
            ["municipality"] = "Huddinge",
            ["lat"] = "59,22",
            ["lon"] = "17,94",
            ["description_sv"] = "Ett fiktivt bolag som visar hur mallen fylls i.",
            ["description_en"] = "A fictional company that shows how to fill in the template.",
            ["claim"] = "fictional",
            ["sources"] = "https://example.com/ 2026-11-23",
            ["facet"] = "need",
            ["key"] = "fyllning",
            ["text_sv"] = "Steril fyllning av 500 glasflaskor med GMP.",
            ["text_en"] = "Sterile filling of 500 glass vials under GMP.",
            ["category"] = "service",
            ["priority"] = "4",
            ["relation"] = "purchase",
            ["hard.certifications_all"] = "GMP|ISO 13485",
            ["hard.from"] = "2027-01-11",
            ["hard.to"] = "2027-03-31",
            ["hard.max_km"] = "60,5",
        }),
        Row(new(StringComparer.Ordinal)
        {
            ["id"] = "exempelbolaget",
            ["facet"] = "offer",
            ["key"] = "cellmikroskop",
            ["text_en"] = "Time on a live-cell microscope, with an operator.",
            ["category"] = "equipment",
            ["bsl_max"] = "2",
            ["languages"] = "sv|en",
            ["available_from"] = "2027-01-11",
            ["capacity"] = "\"2027-01-12T09:00+01:00/2027-01-12T16:00+01:00 7 hours FREQ=WEEKLY;BYDAY=TU;COUNT=12|2027-04-05/2027-06-01 some\"",
        }),
        "");

    private static string Row(Dictionary<string, string> cells) =>
        string.Join(';', CsvColumns.All.Select(column => cells.GetValueOrDefault(column.Name, "")));
}
