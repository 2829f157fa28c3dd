using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Good_rows_go_in_and_the_same_file_again_changes_nothing()
    {
        var file = scratch.Write("rows.jsonl", Rows.Profile("a") + Rows.Profile("b"));

        (await scratch.RunAsync("import", file)).ShouldEndWith(0).Error.ShouldContain("2 accepted (2 new, 0 changed), 0 rejected");
        (await scratch.RunAsync("import", file)).ShouldEndWith(0).Error.ShouldContain("2 accepted (0 new, 0 changed), 0 rejected");
    }

    [Fact]
    public async Task Rejected_rows_end_with_5_are_listed_and_kept()
    {
        var file = scratch.Write("rows.jsonl", Rows.Profile("a") + "{\"id\": \"b\"}\n");

        var ended = (await scratch.RunAsync("import", file, "--source", "prov")).ShouldEndWith(5);

        ended.Error.ShouldContain("prov, line 2, kind:");
        (await scratch.RunAsync("import", "--rejected")).ShouldEndWith(0).Out.ShouldContain("prov, line 2, kind:");
        (await scratch.RunAsync("import", "--rejected", "--source", "prov")).ShouldEndWith(0).Out.ShouldContain("prov, line 2, kind:");
        (await scratch.RunAsync("import", "--rejected", "--source", "prv")).ShouldEndWith(2).Error.ShouldContain("Did you mean prov?");
    }

    [Fact]
    public async Task Of_many_rejected_rows_twenty_are_shown_with_the_way_to_the_rest()
    {
        var file = scratch.Write("rows.jsonl", string.Concat(
            Enumerable.Range(1, 25).Select(i => Rows.Profile(FormattableString.Invariant($"{i}")).Replace("company", "bolag", StringComparison.Ordinal))));

        var ended = (await scratch.RunAsync("import", file)).ShouldEndWith(5);

        ended.Error.Split('\n').Count(l => l.StartsWith("rows, line ", StringComparison.Ordinal)).ShouldBe(20);
        ended.Error.ShouldContain("… and 5 more: clusterengine import --rejected");
    }

    [Fact]
    public async Task With_json_stdout_is_one_document_and_holds_counts_and_reasons()
    {
        var file = scratch.Write("rows.jsonl", Rows.Profile("a") + "{}\n");

        var ended = (await scratch.RunAsync("import", file, "--json")).ShouldEndWith(5);

        using var document = JsonDocument.Parse(ended.Out);
        var one = document.RootElement.EnumerateArray().Single();
        one.GetProperty("accepted").GetInt32().ShouldBe(1);
        one.GetProperty("rejected_rows").GetInt32().ShouldBe(1);
        one.GetProperty("rejected").EnumerateArray().ShouldContain(r => r.GetProperty("line").GetInt32() == 2);
    }

    [Fact]
    public async Task The_template_can_be_imported_as_it_is()
    {
        var template = (await scratch.RunAsync("import", "--template")).ShouldEndWith(0).Out;
        var file = scratch.Write("template.csv", template);

        (await scratch.RunAsync("import", file)).ShouldEndWith(0);
    }

    [Fact]
    public async Task Relative_dates_are_taken_only_when_asked_for()
    {
        var file = scratch.Write("rows.jsonl", Rows.Profile("a", more: """
            , "offers": [{"key": "k", "text": {"sv": "Ett rum."}, "available_from": "+14d"}]
            """.ReplaceLineEndings("")));

        (await scratch.RunAsync("import", file)).ShouldEndWith(5);
        (await scratch.RunAsync("import", file, "--relative-dates")).ShouldEndWith(0);
    }

    [Theory]
    [InlineData("nowhere.jsonl")]
    [InlineData("folder.jsonl")]
    [InlineData("empty.jsonl")]
    [InlineData("binary.jsonl")]
    [InlineData("letter.docx")]
    public async Task A_file_that_is_none_ends_with_2_and_is_named(string name)
    {
        Directory.CreateDirectory(Path.Combine(scratch.Path, "folder.jsonl"));
        scratch.Write("empty.jsonl", "");
        scratch.Write("binary.jsonl", "\0\u0001\u0002");
        scratch.Write("letter.docx", "x");

        (await scratch.RunAsync("import", name)).ShouldEndWith(2).Error.ShouldContain(name);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_ends_with_4_and_says_so()
    {
        var file = scratch.Write("rows.jsonl", Rows.Profile("a"));

        var ended = (await scratch.RunAsync("import", file, "--data-directory", Path.Combine(file, "data"))).ShouldEndWith(4);

        ended.Error.ShouldContain(file);
        ended.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Verdicts_are_read_with_verdicts()
    {
        var profiles = scratch.Write("rows.jsonl", Rows.Profile("a", more: Rows.WithNeed.ReplaceLineEndings(""))
            + Rows.Profile("b", more: Rows.WithOffer.ReplaceLineEndings("")));
        var verdicts = scratch.Write("said.jsonl", """
            {"need": {"source": "rows", "profile": "a", "key": "fyllning"}, "offer": {"source": "rows", "profile": "b", "key": "rum"}, "by": "coordinator", "verdict": "approve", "at": "2026-01-05T09:00:00+01:00"}

            """);
        (await scratch.RunAsync("import", profiles)).ShouldEndWith(0);

        (await scratch.RunAsync("import", "--verdicts", verdicts)).ShouldEndWith(0).Error.ShouldContain("1 accepted (1 new");
        (await scratch.RunAsync("import", "--verdicts", verdicts)).ShouldEndWith(0).Error.ShouldContain("1 accepted (0 new");
    }
}
