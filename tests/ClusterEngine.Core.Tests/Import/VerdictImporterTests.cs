using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Tests.Import;

public sealed class VerdictImporterTests : IAsyncLifetime
{
    private const string Pair =
        """ "need":{"source":"test","profile":"full","key":"n1"},"offer":{"source":"test","profile":"full","key":"o1"} """;

    private readonly ImportBench _bench = new();

    public async ValueTask InitializeAsync() => await _bench.ImportTextAsync(Rows.Full);

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_verdict_arrives_with_every_field()
    {
        var result = await _bench.ImportVerdictsAsync(Row(
            """ "by":"coordinator","verdict":"reject","reason":"too_early","at":"2026-11-25T09:00:00+01:00","note":"Vänta","examined":[{"source":"test","profile":"full","key":"o1"}] """));

        result.Rejected.ShouldBeEmpty();
        var verdict = (await _bench.Verdicts.ListAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        var profile = Profile.DeriveId("flemingsberg", "test", "full");
        verdict.NeedId.ShouldBe(Need.DeriveId(profile, "n1"));
        verdict.OfferId.ShouldBe(Offer.DeriveId(profile, "o1"));
        verdict.ExaminedOfferIds.ShouldBe([verdict.OfferId]);
        verdict.At.ShouldBe(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        (verdict.By, verdict.Kind, verdict.Reason, verdict.Note)
            .ShouldBe((VerdictBy.Coordinator, VerdictKind.Reject, RejectionReason.TooEarly, "Vänta"));
        verdict.Id.ShouldBe(Verdict.DeriveId(
            verdict.NeedId, verdict.OfferId, verdict.By, verdict.Kind, verdict.Reason, verdict.At));
    }

    [Fact]
    public async Task The_same_line_twice_counts_once()
    {
        var row = Row(""" "by":"need_side","verdict":"accept","at":"2026-11-25T08:00:00Z" """);

        var result = await _bench.ImportVerdictsAsync($"{row}\n{row}");

        (result.Accepted, result.Added).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData("\"by\":\"coordinator\",\"verdict\":\"accept\"", "verdict")]
    [InlineData("\"by\":\"offer_side\",\"verdict\":\"later\"", "verdict")]
    [InlineData("\"by\":\"coordinator\",\"verdict\":\"reject\"", "reason")]
    [InlineData("\"by\":\"coordinator\",\"verdict\":\"approve\",\"reason\":\"other\"", "reason")]
    [InlineData("\"by\":\"coordinator\",\"verdict\":\"reject\",\"reason\":\"ugly\"", "reason")]
    [InlineData("\"by\":\"boss\",\"verdict\":\"approve\"", "by")]
    [InlineData("\"by\":\"coordinator\",\"verdict\":\"approve\",\"extra\":1", "extra")]
    [InlineData("\"by\":\"coordinator\",\"verdict\":\"approve\",\"examined\":[{\"source\":\"test\",\"profile\":\"full\",\"key\":\"x\"}]", "examined[0].key")]
    public async Task A_wrong_field_is_named(string fields, string path) =>
        (await _bench.ImportVerdictsAsync(Row(fields + ",\"at\":\"2026-11-25T08:00:00Z\"")))
            .Rejected.ShouldHaveSingleItem().Field.ShouldBe(path);

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2026-11-25T08:00:00")]
    [InlineData("yesterday")]
    public async Task When_it_was_said_is_an_instant_with_offset(string at) =>
        (await _bench.ImportVerdictsAsync(Row($"\"by\":\"coordinator\",\"verdict\":\"later\",\"at\":\"{at}\"")))
            .Rejected.ShouldHaveSingleItem().Field.ShouldBe("at");

    [Theory]
    [InlineData("other", "full", "n1", "need.profile")]
    [InlineData("test", "nobody", "n1", "need.profile")]
    [InlineData("test", "full", "o1", "need.key")]
    public async Task An_unknown_reference_is_rejected(string source, string profile, string key, string path)
    {
        var row = Row(""" "by":"coordinator","verdict":"later","at":"2026-11-25T08:00:00Z" """).Replace(
            """{"source":"test","profile":"full","key":"n1"}""",
            $$"""{"source":"{{source}}","profile":"{{profile}}","key":"{{key}}"}""",
            StringComparison.Ordinal);

        (await _bench.ImportVerdictsAsync(row)).Rejected.ShouldHaveSingleItem().Field.ShouldBe(path);
    }

    [Fact]
    public async Task A_note_that_holds_a_personal_number_is_rejected_and_kept_nowhere()
    {
        var number = Rows.Checked("811218123");

        var result = await _bench.ImportVerdictsAsync(Row(
            $"\"by\":\"coordinator\",\"verdict\":\"later\",\"at\":\"2026-11-25T08:00:00Z\",\"note\":\"Ring {number}\""));

        var rejected = result.Rejected.ShouldHaveSingleItem();
        (rejected.Source, rejected.Line, rejected.Field).ShouldBe(("verdicts:verdicts", 1, "note"));
        rejected.Reason.ShouldNotContain(number);
        (await _bench.Verdicts.ListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_outcome_does_not_replace_that_of_profiles()
    {
        await _bench.ImportVerdictsAsync("{}");

        (await _bench.Imports.ListAsync(TestContext.Current.CancellationToken)).Select(record => record.Source)
            .ShouldBe(["test", "verdicts:verdicts"]);
    }

    private static string Row(string fields) => $"{{{Pair.Trim()},{fields.Trim()}}}";
}
