using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Commands;

public sealed class ProfilesCommandTests : IDisposable
{
    private static readonly string[] InOrder = ["Zebra", "Ål", "Ärlig", "Ö-bolaget"];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Profiles_are_listed_in_swedish_order()
    {
        await ImportAsync(Rows.Profile("1", "Ö-bolaget") + Rows.Profile("2", "Zebra") + Rows.Profile("3", "Ål") + Rows.Profile("4", "Ärlig"));

        var ended = (await scratch.RunAsync("profiles", "list", "--language", "sv")).ShouldEndWith(0);

        int[] places = [.. InOrder.Select(n => ended.Out.IndexOf(n, StringComparison.Ordinal))];
        places.ShouldAllBe(p => p >= 0);
        places.ShouldBe(places.Order());
        ended.Out.ShouldContain("4 profiler");
    }

    [Theory]
    [InlineData("--kind", "company", 2)]
    [InlineData("--kind", "lab", 0)]
    [InlineData("--claim", "fictional", 2)]
    [InlineData("--claim", "claimed", 0)]
    [InlineData("--text", "STERIL", 1)]
    public async Task The_list_is_narrowed(string option, string value, int left)
    {
        await ImportAsync(Rows.Profile("1", more: Rows.WithNeed.ReplaceLineEndings("")) + Rows.Profile("2"));

        var ended = (await scratch.RunAsync("profiles", "list", option, value, "--json")).ShouldEndWith(0);

        using var document = JsonDocument.Parse(ended.Out);
        document.RootElement.GetArrayLength().ShouldBe(left);
    }

    [Fact]
    public async Task A_profile_is_shown_by_its_id_and_by_its_reference()
    {
        await ImportAsync(Rows.Profile("1", more: Rows.WithNeed.ReplaceLineEndings("")));

        var byReference = (await scratch.RunAsync("profiles", "show", "rows/1")).ShouldEndWith(0);
        var id = byReference.Out.Split().First(w => w.StartsWith("p_", StringComparison.Ordinal));
        var byId = (await scratch.RunAsync("profiles", "show", id)).ShouldEndWith(0);

        byId.Out.ShouldBe(byReference.Out);
        byId.Out.ShouldContain("Steril fyllning");
        (await scratch.RunAsync("profiles", "show", "rows/2")).ShouldEndWith(2).Error.ShouldContain("There is no profile rows/2");
    }

    [Fact]
    public async Task Contact_and_a_personal_organisationsnummer_are_never_shown()
    {
        // 19121212-1212 is Skatteverket's own example of a personnummer
        await ImportAsync(Rows.Profile("1", more: """
            , "contact": {"function": "Labbchef", "email": "labb@example.com"}
            """.ReplaceLineEndings("")) + Rows.Profile("2", more: """
            , "legal_entity": {"id": "e", "name": "Firman", "organisationsnummer": "556016-0680", "country": "SE"}
            """.ReplaceLineEndings("")));

        foreach (var json in new[] { false, true })
        {
            string[] more = json ? ["--json"] : [];
            var shown = (await scratch.RunAsync(["profiles", "show", "rows/1", .. more])).ShouldEndWith(0);
            shown.Out.ShouldNotContain("example.com");
            shown.Out.ShouldNotContain("Labbchef");
            (await scratch.RunAsync(["profiles", "show", "rows/2", .. more])).ShouldEndWith(0).Out.ShouldContain("556016-0680");
        }
    }

    [Fact]
    public async Task Names_cannot_steer_the_terminal()
    {
        await ImportAsync(Rows.Profile("1", "Evil \\u202Egnp.exe \\ud83e\\uddec [red]AB[/]"));

        var list = (await scratch.RunAsync("profiles", "list")).ShouldEndWith(0);

        list.Out.ShouldNotContain("\u202E");
        list.Out.ShouldContain("🧬");
        list.Out.ShouldContain("[red]AB[/]");
    }

    private async Task ImportAsync(string rows) =>
        (await scratch.RunAsync("import", scratch.Write("rows.jsonl", rows))).ShouldEndWith(0);
}
