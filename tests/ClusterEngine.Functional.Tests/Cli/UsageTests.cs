using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("migrat", "Unknown command migrat. Did you mean migrate?")]
    [InlineData("profiles lst", "Unknown command lst. Did you mean list?")]
    [InlineData("profiles", "Required command was not provided")]
    [InlineData("migrate --jsom", "Unknown option --jsom. Did you mean --json?")]
    [InlineData("migrate --languag sv", "Unknown option --languag. Did you mean --language?")]
    [InlineData("import --surce=x a.jsonl", "Unknown option --surce. Did you mean --source?")]
    [InlineData("import a.jsonl -x", "Unknown option -x.")]
    [InlineData("migrate --language da", "--language da is not known.")]
    [InlineData("migrate more", "migrate does not take more.")]
    [InlineData("migrate --storage:datadirectory=x", "Did you mean --Storage:DataDirectory?")]
    [InlineData("migrate --Storage:DataDirectry=x", "there is no setting DataDirectry in Storage. Did you mean Storage:DataDirectory?")]
    [InlineData("migrate --Storrage:DataDirectory=x", "there is no section Storrage. Did you mean Storage?")]
    [InlineData("migrate --Storage:DataDirectory", "has no value")]
    [InlineData("migrate --Api:WebPort=many", "Api:WebPort")]
    [InlineData("migrate --Api:WebPort=70000", "WebPort")]
    [InlineData("migrate --Region:Id=ÅÄÖ", "Id")]
    [InlineData("migrate --region flemingsberg --Region:Id=flemingsberg", "Region:Id is given twice")]
    [InlineData("migrate --config nowhere.json", "There is no settings file")]
    [InlineData("import", "Name the files to import.")]
    [InlineData("import a.jsonl b.jsonl --source x", "--source goes with one file")]
    [InlineData("match --as-of yesterday", "--as-of yesterday is neither a day")]
    [InlineData("match --as-of 2026-11-25T09:00:00", "nor an instant with its offset")]
    [InlineData("report --week 2025-W53", "--week 2025-W53 is not an ISO week")]
    [InlineData("report --publish --version 1", "without --version")]
    [InlineData("verdict m_1 approved", "approved is not known. Did you mean approve?")]
    [InlineData("verdict m_1 reject", "reject needs a reason")]
    [InlineData("verdict m_1 reject --reason to_early", "--reason to_early is not known. Did you mean too_early?")]
    [InlineData("verdict m_1 approve --reason too_early", "approve takes no reason")]
    [InlineData("verdict m_1 accept", "add --by need_side")]
    [InlineData("verdict m_1 approve --by need_side", "approve is what a coordinator says")]
    [InlineData("verdict m_1", "Required argument")]
    public async Task A_slip_ends_with_2_and_says_what_was_meant(string line, string message)
    {
        var ended = (await scratch.RunAsync(line.Split(' '))).ShouldEndWith(2);

        ended.Error.ShouldContain(message);
        ended.Out.ShouldBeEmpty();
        Directory.Exists(scratch.Data).ShouldBeFalse("nothing should be made by a wrong command line");
    }

    [Fact]
    public async Task Behind_two_hyphens_a_file_may_have_any_name()
    {
        scratch.Write("--rows.jsonl", Rows.Profile("a"));

        (await scratch.RunAsync("import", "--", "--rows.jsonl")).ShouldEndWith(0);
    }

    [Fact]
    public async Task With_json_an_error_too_is_one_document_on_stdout()
    {
        var ended = (await scratch.RunAsync("report", "--json")).ShouldEndWith(2);

        using var document = JsonDocument.Parse(ended.Out);
        document.RootElement.GetProperty("exit_code").GetInt32().ShouldBe(2);
        document.RootElement.GetProperty("error").GetString()!.ShouldContain("clusterengine match writes the first");
        ended.Error.ShouldContain("clusterengine match writes the first");
    }

    [Fact]
    public async Task The_stack_is_shown_only_when_asked_for()
    {
        var quiet = await scratch.RunAsync("report");
        var verbose = await scratch.RunAsync("report", "--verbose");

        quiet.Error.ShouldNotContain("   at ");
        verbose.Error.ShouldContain("   at ");
    }
}
