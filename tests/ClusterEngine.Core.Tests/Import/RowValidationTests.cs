namespace ClusterEngine.Core.Tests.Import;

public sealed class RowValidationTests : IDisposable
{
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("\"municpality\":\"X\"", "municpality", "municipality")]
    [InlineData("\"lat\":59.2", "lon", "both")]
    [InlineData("\"lat\":91,\"lon\":1", "lat", "-90 to 90")]
    [InlineData("\"lat\":1e999,\"lon\":1", "lat", "-90 to 90")]
    [InlineData("\"municipality\":7", "municipality", "quotation marks")]
    [InlineData("\"municipality\":\" \"", "municipality", "empty")]
    [InlineData("\"paused\":\"yes\"", "paused", "true or false")]
    [InlineData("\"startup\":true", "startup", "company")]
    [InlineData("\"ror\":\"056d84692\"", "ror", "check digits")]
    [InlineData("\"orcid\":\"0000-0002-1825-0098\"", "orcid", "check digit")]
    [InlineData("\"parent_id\":\"a\"", "parent_id", "own id")]
    [InlineData("\"sources\":[{\"url\":\"javascript:alert(1)\"}]", "sources[0].url", "https://")]
    [InlineData("\"sources\":[{\"url\":\"https://x.se\",\"checked\":\"2026-02-30\"}]", "sources[0].checked", "YYYY-MM-DD")]
    [InlineData("\"contact\":{\"email\":\"nobody\"}", "contact.email", "name@domain")]
    [InlineData("\"description\":\"text\"", "description", "object")]
    [InlineData("\"description\":{\"de\":\"Text\"}", "description.de", "sv, en")]
    [InlineData("\"offers\":{}", "offers", "list")]
    [InlineData("\"offers\":[7]", "offers[0]", "object")]
    [InlineData("\"legal_entity\":{\"id\":\"x\",\"name\":\"X\"}", "legal_entity.country", "required")]
    [InlineData("\"legal_entity\":{\"id\":\"x\",\"name\":\"X\",\"country\":\"Sweden\"}", "legal_entity.country", "two letters")]
    public async Task A_wrong_profile_field_is_named_with_what_would_be_right(string fields, string path, string reason) =>
        await IsRejectedAsync(Rows.Minimal(more: fields), path, reason);

    [Theory]
    [InlineData("\"bsl_max\":5", "offers[0].bsl_max", "1 to 4")]
    [InlineData("\"bsl_max\":2.5", "offers[0].bsl_max", "whole number")]
    [InlineData("\"category\":\"servise\"", "offers[0].category", "nearest is service")]
    [InlineData("\"visibility\":\"secret\"", "offers[0].visibility", "coordinator, matched, public")]
    [InlineData("\"priority\":1", "offers[0].priority", "a need")]
    [InlineData("\"languages\":[\"swe\"]", "offers[0].languages[0]", "two letters")]
    [InlineData("\"place\":{}", "offers[0].place", "lat and lon")]
    [InlineData("\"available_from\":\"9999-01-01\"", "offers[0].available_from", "1900 to 2200")]
    [InlineData("\"available_from\":\"2027-02-01\",\"available_to\":\"2027-01-31\"", "offers[0].available_from", "available_to")]
    [InlineData("\"capacity\":[{\"from\":\"2027-02-01\",\"to\":\"2027-02-01\",\"amount\":1}]", "offers[0].capacity[0].from", @"capacity\[0\]\.to")]
    [InlineData("\"capacity\":[{\"from\":\"2027-02-01T08:00\",\"to\":\"2027-02-02\",\"amount\":1}]", "offers[0].capacity[0].from", "offset")]
    [InlineData("\"capacity\":[{\"from\":\"2027-02-01\",\"to\":\"2027-02-02\",\"amount\":\"much\"}]", "offers[0].capacity[0].amount", "some")]
    [InlineData("\"capacity\":[{\"from\":\"2027-02-01\",\"to\":\"2027-02-02\",\"amount\":-1}]", "offers[0].capacity[0].amount", "0 to")]
    [InlineData("\"capacity\":[{\"from\":\"2027-02-01\",\"to\":\"2027-02-02\",\"amount\":1,\"unit\":\"litres\"}]", "offers[0].capacity[0].unit", "hours")]
    [InlineData("\"capacity\":[{\"to\":\"2027-02-02\",\"amount\":1}]", "offers[0].capacity[0].from", "required")]
    public async Task A_wrong_offer_field_is_named_with_what_would_be_right(string fields, string path, string reason) =>
        await IsRejectedAsync(Rows.WithOffer(fields), path, reason);

    [Theory]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=SECONDLY;COUNT=3")]
    [InlineData("FREQ=DAILY;BYMINUTE=1,2,3")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;COUNT=2;UNTIL=20270101")]
    [InlineData("FREQ=WEEKLY;COUNT=999999999999")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;NOPE=1")]
    [InlineData("every Tuesday")]
    public async Task A_recurrence_that_cannot_be_followed_is_refused(string rule) => await IsRejectedAsync(
        Rows.WithOffer($$"""{{"\"capacity\""}}:[{"from":"2027-02-01","to":"2027-02-02","amount":1,"rrule":"{{rule}}"}]"""),
        "offers[0].capacity[0].rrule", "FREQ|RFC|BYHOUR|COUNT");

    [Theory]
    [InlineData("\"priority\":6", "needs[0].priority", "1 to 5")]
    [InlineData("\"relation\":\"love\"", "needs[0].relation", "purchase")]
    [InlineData("\"bsl_max\":1", "needs[0].bsl_max", "an offer")]
    [InlineData("\"bsl_min\":1", "needs[0].bsl_min", "hard")]
    [InlineData("\"hard\":{\"bsl_min\":0}", "needs[0].hard.bsl_min", "1 to 4")]
    [InlineData("\"hard\":{\"from\":\"2027-02-01\",\"to\":\"2027-01-01\"}", "needs[0].hard.from", @"needs\[0\]\.hard\.to")]
    [InlineData("\"hard\":{\"max_km\":-1}", "needs[0].hard.max_km", "0 to")]
    [InlineData("\"hard\":{\"certifications_all\":\"GMP\"}", "needs[0].hard.certifications_all", "list")]
    public async Task A_wrong_need_field_is_named_with_what_would_be_right(string fields, string path, string reason) =>
        await IsRejectedAsync(Rows.WithNeed(fields), path, reason);

    [Fact]
    public async Task An_unclaimed_profile_needs_a_source() => await IsRejectedAsync(
        """{"id":"a","kind":"lab","name":"L","claim":"unclaimed"}""", "sources", "at least one page");

    [Fact]
    public async Task A_key_stands_once_in_a_profile() => await IsRejectedAsync(
        Rows.Minimal(more: """ "needs":[{"key":"k","text":{"sv":"N"}}],"offers":[{"key":"k","text":{"sv":"O"}}]"""),
        "offers[0].key", "needs\\[0\\].key");

    [Fact]
    public async Task A_text_of_10000_characters_goes_in_and_a_longer_one_does_not()
    {
        (await _bench.ImportTextAsync(Rows.Minimal(more: $$"""{{"\"description\""}}:{"sv":"{{new string('å', 10_000)}}"}""")))
            .Rejected.ShouldBeEmpty();
        await IsRejectedAsync(
            Rows.Minimal(more: $$"""{{"\"description\""}}:{"sv":"{{new string('å', 10_001)}}"}"""), "description.sv", "10000");
    }

    [Fact]
    public async Task A_control_character_is_refused() => await IsRejectedAsync(
        Rows.Minimal(more: """ "municipality":"Hud\u0007dinge" """), "municipality", "control character at character 4");

    [Fact]
    public async Task Several_problems_of_a_row_are_all_told()
    {
        var result = await _bench.ImportTextAsync(
            """{"id":"a","kind":"lap","name":"","claim":"maybe","lat":1,"offers":[{"bsl_max":9}]}""");

        result.RejectedRows.ShouldBe(1);
        result.Rejected.Select(row => row.Field).ShouldBe(
            ["claim", "kind", "lon", "name", "offers[0].bsl_max", "offers[0].key", "offers[0].text"]);
    }

    [Fact]
    public async Task A_row_with_very_many_problems_is_told_in_part()
    {
        var offers = string.Join(',', Enumerable.Repeat("{}", 150));

        var result = await _bench.ImportTextAsync(Rows.Minimal(more: $"\"offers\":[{offers}]"));

        result.Rejected.Count.ShouldBe(21);
        result.Rejected.ShouldContain(row => row.Reason.Contains("more problems", StringComparison.Ordinal));
    }

    private async Task IsRejectedAsync(string row, string path, string reason)
    {
        var result = await _bench.ImportTextAsync(row);

        result.Accepted.ShouldBe(0);
        var rejected = result.Rejected.ShouldHaveSingleItem();
        rejected.Field.ShouldBe(path);
        rejected.Reason.ShouldMatch(reason);
    }
}
