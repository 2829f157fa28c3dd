using System.CommandLine;
using ClusterEngine.Functional.Tests.Support;
using ClusterEngine.Host.Cli;
using ClusterEngine.Testing;

namespace ClusterEngine.Functional.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private static readonly string[] Expected =
        ["demo", "import", "profiles", "profiles list", "profiles show", "match", "report", "verdict", "migrate", "doctor"];

    private readonly Scratch scratch = new();

    public static TheoryData<string> Commands => [.. Expected];

    public void Dispose() => scratch.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_of_a_command_says_what_it_does_with_an_example_its_exit_codes_and_where_to_read_on(string command)
    {
        var ended = (await scratch.RunAsync([.. command.Split(' '), "--help"])).ShouldEndWith(0);

        ended.Error.ShouldBeEmpty();
        ended.Out.ShouldContain("Description:");
        ended.Out.ShouldContain($"Example:\n  clusterengine {command}".ReplaceLineEndings());
        ended.Out.ShouldContain("Exit codes:\n  0 ".ReplaceLineEndings());
        ended.Out.ShouldContain("Read on:");
    }

    [Fact]
    public async Task Without_a_command_the_program_shows_its_help()
    {
        var ended = (await scratch.RunAsync()).ShouldEndWith(0);

        ended.Out.ShouldContain("clusterengine demo");
    }

    [Fact]
    public void Every_command_is_tested_here_and_every_option_is_described()
    {
        var all = new List<string>();
        Walk(Root(), "", all);

        all.ShouldBe(Expected, ignoreOrder: true);
    }

    [Fact]
    public async Task No_line_of_help_is_wider_than_the_terminal()
    {
        foreach (var command in Expected)
        {
            var ended = await scratch.RunAsync([.. command.Split(' '), "--help"]);
            var wide = ended.Out.Split('\n').Where(l => l.TrimEnd().Length > 80);
            wide.ShouldBeEmpty(command);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_page_that_help_sends_to_is_there(string command)
    {
        var ended = await scratch.RunAsync([.. command.Split(' '), "--help"]);

        var pages = ended.Out.Split(' ', '\n', '\r').Select(word => word.Trim('(', ')', ',', ';'))
            .Where(word => word.EndsWith(".md", StringComparison.Ordinal)).ToList();
        pages.ShouldNotBeEmpty();
        pages.Where(page => !File.Exists(Path.Combine(Repository.Root(), page))).ShouldBeEmpty();
    }

    private static void Walk(Command command, string path, List<string> all)
    {
        foreach (var symbol in command.Options.Cast<Symbol>().Concat(command.Arguments))
        {
            symbol.Description.ShouldNotBeNullOrEmpty($"{path} {symbol.Name}");
        }

        foreach (var sub in command.Subcommands)
        {
            var name = $"{path} {sub.Name}".Trim();
            all.Add(name);
            Walk(sub, name, all);
        }
    }

    private static RootCommand Root()
    {
        var environment = new ProgramEnvironment { Out = TextWriter.Null, Error = TextWriter.Null, WorkingDirectory = "/" };
        return CommandLine.CreateRoot(new Shell(environment, new GlobalOptions(), new SettingArguments([], [])));
    }
}
