using System.Text.Json;
using ClusterEngine.Core.Import;

namespace ClusterEngine.Core.Tests.Import;

public sealed class PersonalNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly string Ten = Rows.Checked("811218123");

    public static TheoryData<string, int> Written => new()
    {
        { $"pnr {Ten}", 4 },
        { $"{Ten[..6]}-{Ten[6..]}", 0 },
        { $"{Ten[..6]}+{Ten[6..]}", 0 },
        { $"{Ten[..6]} {Ten[6..]}", 0 },
        { $"{Ten[..6]} - {Ten[6..]}", 0 },
        { $"{Ten[..6]}\u00A0{Ten[6..]}", 0 },
        { $"{Ten[..6]}\u2013{Ten[6..]}", 0 },
        { $"19{Ten}", 0 },
        { $"19{Ten[..6]}-{Ten[6..]}", 0 },
        { $"(19 {Ten[..2]} {Ten[2..4]} {Ten[4..6]} {Ten[6..]})", 1 },
        { $"född 19{Ten[..2]}-{Ten[2..4]}-{Ten[4..6]}-{Ten[6..]}.", 5 },
        { $"x{Ten[..6]}-{Ten[6..]}", 1 },
        { $"{Ten[..3]}\u200B{Ten[3..]}", 0 },
        { $"🧪 {Ten}, och mer", 3 },
        { $"{Ten[..6]}\n-{Ten[6..]}", 0 },
        { string.Concat(Ten.Select(digit => (char)('\uFF10' + digit - '0'))), 0 }, // full-width
        { string.Concat(Ten.Select(digit => (char)('\u0660' + digit - '0'))), 0 }, // Arabic-Indic
        { string.Concat(Ten.Select(digit => char.ConvertFromUtf32(0x1D7CE + digit - '0'))), 0 }, // mathematical bold
        { Rows.Checked("811278123"), 0 }, // samordningsnummer: day + 60
        { Rows.Checked("000229123"), 0 }, // 29 February 2000
        { $"18{Rows.Checked("991231123")}", 0 },
    };

    public static TheoryData<string> NoNumber => new()
    {
        "", "0", "8112181234567890",
        Ten[..9] + (char)('0' + ((Ten[9] - '0' + 1) % 10)), // wrong check digit
        Rows.Checked("811318123"), // month 13
        Rows.Checked("810230123"), // 30 February
        Rows.Checked("811232123"), // day 32
        Rows.Checked("811292123"), // day 92
        $"1{Ten}", $"123{Ten}", $"{Ten}123", $"16{Ten}", // inside longer runs
        $"0.{Ten}", $"17,{Ten}", $"{Ten}.5", // decimals
        $"SRR{Ten}", $"{Ten}x", $"NCT_{Ten}", // accession numbers
        $"https://doi.org/10.1016/{Ten}", $"doi:10.1016/j.cell.{Ten}",
        "556036-0793", "5560360793", "165560360793", "202100-6347",
        "0000-0002-1825-0097", "070-112 12 34", "+46 8 585 800 00", "2019-001234-56",
        $"20{Rows.Checked("270115100")[..6]} {Rows.Checked("270115100")[6..]}", // a day to come, then an amount
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_number_is_found_where_it_begins_however_it_is_written(string text, int place) =>
        PersonalNumber.IndexIn(text, Today).ShouldBe(place);

    [Theory]
    [MemberData(nameof(NoNumber))]
    public void What_is_no_personal_number_is_let_through(string text) => PersonalNumber.IndexIn(text, Today).ShouldBeNull();

    [Fact]
    public void A_long_text_of_numbers_in_a_DOI_is_searched_in_time_by_its_length() =>
        PersonalNumber.IndexIn("10.1016/" + string.Join('/', Enumerable.Repeat(Ten, 200_000)), Today).ShouldNotBeNull();

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("municipality")]
    [InlineData("parent_id")]
    public async Task A_row_that_holds_one_is_rejected_and_the_number_is_nowhere(string field)
    {
        using var bench = new ImportBench();
        var row = Rows.FullObject();
        row[field] = $"Anna {Ten}";

        var result = await bench.ImportTextAsync(row.ToJsonString());

        result.Accepted.ShouldBe(0);
        var rejected = result.Rejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Field).ShouldBe((1, field));
        rejected.Reason.ShouldContain("personal identity number at character 6");
        JsonSerializer.Serialize(result.Rejected).ShouldNotContain(Ten);
    }

    [Theory]
    [InlineData("\"{0}\":1")]
    [InlineData("\"unknown\":\"{0}\"")]
    [InlineData("\"kind\":\"{0}\"")]
    [InlineData("\"paused\":\"{0}\"")]
    [InlineData("\"lat\":{0}")]
    [InlineData("\"ror\":\"{0}\"")]
    [InlineData("\"needs\":[{{\"key\":\"{0}\",\"text\":{{\"sv\":\"x\"}}}},{{\"key\":\"{0}\",\"text\":{{\"sv\":\"x\"}}}}]")]
    [InlineData("\"needs\":[{{\"key\":\"n\",\"text\":{{\"en\":\"call {0}\"}}}}]")]
    [InlineData("\"offers\":[{{\"key\":\"o\",\"text\":{{\"sv\":\"x\"}},\"certifications\":[\"GMP\",\"{0}\"]}}]")]
    [InlineData("\"contact\":{{\"function\":\"{0}\"}}")]
    [InlineData("\"sources\":[{{\"url\":\"https://x.se/{0}\"}}]")]
    public async Task Wherever_it_stands_no_reason_repeats_it(string format)
    {
        using var bench = new ImportBench();
        var field = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Ten);

        var result = await bench.ImportTextAsync($$"""{"id":"a","name":"L","claim":"claimed",{{field}}}""");

        result.Rejected.ShouldNotBeEmpty();
        JsonSerializer.Serialize(result.Rejected).ShouldNotContain(Ten);
        result.Rejected.ShouldNotContain(row => PersonalNumber.IndexIn(row.Reason + row.Field, Today) != null);
    }

    [Fact]
    public async Task A_sole_traders_number_goes_in_only_when_the_row_says_so()
    {
        using var bench = new ImportBench();
        var row = Rows.FullObject();
        row["legal_entity"]!["organisationsnummer"] = Ten;

        var refused = await bench.ImportTextAsync(row.ToJsonString());
        row["legal_entity"]!["sole_trader"] = true;
        var accepted = await bench.ImportTextAsync(row.ToJsonString());

        refused.Rejected.ShouldContain(problem => problem.Reason.Contains("sole_trader", StringComparison.Ordinal));
        JsonSerializer.Serialize(refused.Rejected).ShouldNotContain(Ten);
        accepted.Rejected.ShouldBeEmpty();
        var entity = (await bench.ProfileAsync("full")).LegalEntity!;
        entity.NumberIsPersonal.ShouldBeTrue();
        entity.Organisationsnummer.ShouldBe($"{Ten[..6]}-{Ten[6..]}");
    }

    [Fact]
    public async Task The_flag_opens_that_one_field_only()
    {
        using var bench = new ImportBench();
        var row = Rows.FullObject();
        row["legal_entity"]!["organisationsnummer"] = Ten;
        row["legal_entity"]!["sole_trader"] = true;
        row["legal_entity"]!["name"] = $"Firma {Ten}";

        (await bench.ImportTextAsync(row.ToJsonString())).Rejected.ShouldHaveSingleItem().Field.ShouldBe("legal_entity.name");
    }

    [Fact]
    public async Task A_file_name_that_holds_one_is_refused_without_repeating_it()
    {
        using var bench = new ImportBench();

        var error = await Should.ThrowAsync<ImportException>(() => bench.ImportTextAsync(Rows.Minimal(), $"{Ten}.jsonl"));

        error.ToString().ShouldNotContain(Ten);
        error.Message.ShouldContain("--source");
    }
}
