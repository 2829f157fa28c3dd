using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Commands;

public sealed class VerdictCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_verdict_is_recorded_for_a_need_and_an_offer()
    {
        await ImportAsync();

        var ended = (await scratch.RunAsync("verdict", "rows/a/fyllning", "rows/b/rum", "approve", "--json")).ShouldEndWith(0);

        ended.Out.ShouldContain("\"verdict\": \"approve\"");
        ended.Out.ShouldContain("\"added\": true");
    }

    [Theory]
    [InlineData("rows/a/fylning", "rows/b/rum", "has no need fylning. It has fyllning")]
    [InlineData("rows/a/fyllning", "rows/b/rumm", "has no offer rumm. It has rum")]
    [InlineData("rows/c/fyllning", "rows/b/rum", "There is no profile rows/c")]
    [InlineData("n_0", "rows/b/rum", "There is no need n_0")]
    public async Task What_is_not_there_ends_with_2(string need, string offer, string message)
    {
        await ImportAsync();

        (await scratch.RunAsync("verdict", need, offer, "approve")).ShouldEndWith(2).Error.ShouldContain(message);
    }

    [Fact]
    public async Task A_note_with_a_personal_number_is_refused_by_its_position_and_not_repeated()
    {
        await ImportAsync();

        var ended = (await scratch.RunAsync(
            "verdict", "rows/a/fyllning", "rows/b/rum", "later", "--note", "Ring 191212121212 sen")).ShouldEndWith(2);

        ended.Error.ShouldContain("at character 6");
        ended.Error.ShouldNotContain("1212");
    }

    private async Task ImportAsync() => (await scratch.RunAsync("import", scratch.Write(
        "rows.jsonl",
        Rows.Profile("a", more: Rows.WithNeed.ReplaceLineEndings("")) + Rows.Profile("b", more: Rows.WithOffer.ReplaceLineEndings("")))))
        .ShouldEndWith(0);
}
