using System.Text;
using System.Text.Json;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Import;

public sealed class CsvImportTests : IDisposable
{
    private const string Header = "id;kind;name;claim;facet;key;text_sv";
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task The_template_imports(string lineEnd)
    {
        var result = await ImportAsync(CsvTemplate.Text.Replace("\n", lineEnd, StringComparison.Ordinal));

        result.Rejected.ShouldBeEmpty();
        result.Accepted.ShouldBe(1);
        var profile = await _bench.ProfileAsync("exempelbolaget");
        profile.Place.ShouldBe(new GeoPoint(59.22, 17.94));
        profile.Sources.ShouldBe([new ProfileSource("https://example.com/", new DateOnly(2026, 11, 23))]);
        var need = profile.Needs.ShouldHaveSingleItem();
        need.Hard.CertificationsAll.ShouldBe(["GMP", "ISO 13485"]);
        need.Hard.MaxKilometres.ShouldBe(60.5);
        need.Hard.To.ShouldBe(new DateOnly(2027, 3, 31));
        var offer = profile.Offers.ShouldHaveSingleItem();
        offer.Languages.ShouldBe(["sv", "en"]);
        offer.Capacity.Count.ShouldBe(2);
        offer.Capacity[0].ShouldBe(new CapacityWindow(
            new InstantInterval(
                new DateTimeOffset(2027, 1, 12, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 12, 15, 0, 0, TimeSpan.Zero)),
            CapacityKind.Number, 7, CapacityUnit.Hours, "FREQ=WEEKLY;BYDAY=TU;COUNT=12"));
        offer.Capacity[1].Kind.ShouldBe(CapacityKind.Some);
    }

    [Fact]
    public async Task Csv_and_JSON_Lines_of_the_same_profile_are_equal()
    {
        await ImportAsync(CsvTemplate.Text);
        var fromCsv = await _bench.ProfileAsync("exempelbolaget");

        await _bench.ImportTextAsync("""
            {"id":"exempelbolaget","kind":"company","startup":true,"name":"Exempelbolaget Provrad AB","legal_entity":{"id":"exempelbolaget-ab","name":"Exempelbolaget Provrad AB","country":"SE"},"municipality":"Huddinge","lat":59.22,"lon":17.94,"description":{"sv":"Ett fiktivt bolag som visar hur mallen fylls i.","en":"A fictional company that shows how to fill in the template."},"claim":"fictional","sources":[{"url":"https://example.com/","checked":"2026-11-23"}],"needs":[{"key":"fyllning","text":{"sv":"Steril fyllning av 500 glasflaskor med GMP.","en":"Sterile filling of 500 glass vials under GMP."},"category":"service","priority":4,"relation":"purchase","hard":{"certifications_all":["GMP","ISO 13485"],"from":"2027-01-11","to":"2027-03-31","max_km":60.5}}],"offers":[{"key":"cellmikroskop","text":{"en":"Time on a live-cell microscope, with an operator."},"category":"equipment","bsl_max":2,"languages":["sv","en"],"available_from":"2027-01-11","capacity":[{"from":"2027-01-12T09:00+01:00","to":"2027-01-12T16:00+01:00","amount":7,"unit":"hours","rrule":"FREQ=WEEKLY;BYDAY=TU;COUNT=12"},{"from":"2027-04-05","to":"2027-06-01","amount":"some"}]}]}
            """);

        JsonSerializer.Serialize(fromCsv).ShouldBe(JsonSerializer.Serialize(await _bench.ProfileAsync("exempelbolaget")));
    }

    [Theory]
    [InlineData(',', "", "59.22")]
    [InlineData(';', "", "59,22")]
    [InlineData(';', "", "59.22")]
    [InlineData('\t', "", "59,22")]
    [InlineData(';', "sep=;\r\n", "59,22")]
    [InlineData(';', "\uFEFFsep=;\r\n", "59,22")]
    public async Task The_separator_is_found_and_the_decimal_comma_goes_with_it(char separator, string before, string lat)
    {
        var result = await ImportAsync(
            before + $"id|kind|name|description_sv|claim|lat|lon\r\na|lab|L|\"Labb {separator} \"\"Ett\"\"\"|claimed|{lat}|18\r\n"
                .Replace('|', separator));

        result.Rejected.ShouldBeEmpty();
        var profile = await _bench.ProfileAsync("a");
        profile.Description.Sv.ShouldBe($"Labb {separator} \"Ett\"");
        profile.Place.ShouldBe(new GeoPoint(59.22, 18));
    }

    [Fact]
    public async Task A_decimal_comma_in_a_comma_file_is_refused() =>
        (await ImportAsync("id,kind,name,claim,lat,lon\na,lab,L,claimed,\"59,22\",18"))
            .Rejected.ShouldHaveSingleItem().Field.ShouldBe("lat");

    [Fact]
    public async Task A_quoted_text_may_have_line_breaks_and_lines_are_still_counted()
    {
        var result = await ImportAsync($"{Header}\na;lab;L;claimed;need;n;\"En\nTvå\n\"\"tre\"\"\"\n;;;;offer;o;\n");

        result.Rejected.ShouldHaveSingleItem().Line.ShouldBe(5);
        (await ImportAsync($"{Header}\na;lab;L;claimed;need;n;\"En\nTvå\n\"\"tre\"\"\"\n")).Rejected.ShouldBeEmpty();
        (await _bench.ProfileAsync("a")).Needs[0].Text.Sv.ShouldBe("En\nTvå\n\"tre\"");
    }

    [Fact]
    public async Task A_bad_facet_row_rejects_its_profile_by_line_and_column_and_the_others_go_in()
    {
        var result = await ImportAsync(
            $"{Header};bsl_max\na;lab;L;claimed;offer;o1;Ett;2\na;lab;L;claimed;offer;o2;Två;7\n;;;;offer;o1;Tre;\nb;lab;B;claimed;;;;\n");

        result.Accepted.ShouldBe(1);
        result.RejectedRows.ShouldBe(1);
        result.Rejected.Select(row => (row.Line, row.Field)).ShouldBe([(3, "bsl_max"), (4, "key")]);
    }

    [Theory]
    [InlineData("a;lab;L;claimed;wish;n;X", "facet")]
    [InlineData("a;lab;L;claimed;;n;X", "facet")]
    [InlineData("a;lab;L;claimed;need;;X", "key")]
    [InlineData("a;lab;L;claimed;need;n;", "text")]
    [InlineData(";lab;L;claimed;need;n;X", "id")]
    [InlineData("a;lab;L;claimed;need;n;X;more", "")]
    [InlineData("a;lab;L;claimed\na;clinic;L;claimed", "kind")]
    [InlineData("a;lab;\"L\" x;claimed", "")]
    public async Task A_wrong_cell_is_named_by_its_column(string rows, string column)
    {
        var result = await ImportAsync($"{Header}\n{rows}\n");

        result.Accepted.ShouldBe(0);
        result.Rejected.ShouldContain(row => row.Field == column);
    }

    [Fact]
    public async Task Rows_of_one_profile_stand_together()
    {
        var result = await ImportAsync($"{Header}\na;lab;L;claimed;;;\nb;lab;L;claimed;;;\na;lab;L;claimed;;;\n");

        result.Accepted.ShouldBe(2);
        result.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("line 2");
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_costs_one_profile()
    {
        var result = await ImportAsync($"{Header}\na;lab;\"L;claimed;;;\nb;lab;B;claimed;;;\nc;lab;C;claimed;;;\n");

        result.Accepted.ShouldBe(2);
        result.Rejected.ShouldContain(row => row.Line == 2 && row.Reason.Contains("never closed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public async Task A_record_of_more_than_4_MiB_is_rejected_and_the_others_go_in(string quote)
    {
        var result = await ImportAsync(
            $"{Header}\na;lab;A;claimed;;;\nb;lab;{quote}{new string('x', 6_000_000)};claimed;;;\nc;lab;C;claimed;;;\n");

        result.Accepted.ShouldBe(2);
        result.Rejected.ShouldContain(row => row.Line == 3);
    }

    [Fact]
    public async Task A_broken_facet_row_rejects_its_own_profile_and_no_other()
    {
        var result = await ImportAsync(
            $"{Header}\na;lab;A;claimed;need;n;X\na;;;;need;m;\"X\"y\nb;lab;B;claimed;need;n;X\nc;lab;\"C\"c;claimed;;;\n");

        result.Accepted.ShouldBe(1);
        result.Rejected.Where(row => row.Field.Length == 0).Select(row => row.Line).ShouldBe([3, 5]);
        (await _bench.ProfileAsync("b")).Needs.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("id;kind;name;claim;facit\na", "nearest one is facet")]
    [InlineData("id;kind;name\na", "column claim")]
    [InlineData("id;kind;name;claim;id\na", "twice")]
    [InlineData("a;lab;L;claimed\nb", "import --template")]
    public async Task A_wrong_first_line_is_told(string content, string message) =>
        (await Should.ThrowAsync<ImportException>(() => ImportAsync(content))).Message.ShouldContain(message);

    [Fact]
    public async Task Windows_1252_is_refused_with_the_hint_and_read_when_it_is_named()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var path = _bench.Write("test.csv", encoding.GetBytes($"{Header}\na;lab;Räksmörgås – 5 €;claimed;;;\n"));

        var error = await Should.ThrowAsync<ImportException>(() => _bench.ImportAsync(path));
        error.Message.ShouldContain("--encoding windows-1252");
        error.Message.ShouldContain("line 2");
        (await _bench.ImportAsync(path, ImportEncoding.Windows1252)).Rejected.ShouldBeEmpty();
        (await _bench.ProfileAsync("a")).Name.ShouldBe("Räksmörgås – 5 €");
    }

    [Fact]
    public async Task A_UTF_8_file_called_Windows_1252_is_refused() => (await Should.ThrowAsync<ImportException>(() =>
        _bench.ImportAsync(_bench.Write("test.csv", $"{Header}\na;lab;Räka;claimed\n"), ImportEncoding.Windows1252)))
        .Message.ShouldContain("leave out");

    [Fact]
    public async Task A_personal_number_in_a_cell_rejects_the_profile_by_line_and_column()
    {
        var number = Rows.Checked("811218123");

        var result = await ImportAsync($"{Header}\na;lab;L;claimed;need;n;X\n;;;;need;m;Ring {number}\n");

        var rejected = result.Rejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Field).ShouldBe((3, "text_sv"));
        rejected.Reason.ShouldNotContain(number);
    }

    private Task<ImportResult> ImportAsync(string content) => _bench.ImportTextAsync(content, "test.csv");
}
