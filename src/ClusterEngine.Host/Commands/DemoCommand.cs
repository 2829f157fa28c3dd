using System.CommandLine;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Demo;

namespace ClusterEngine.Host.Commands;

/// <summary>Shows the whole walk on sample data.</summary>
internal sealed class DemoCommand : HostCommand
{
    private readonly Option<bool> exit = new("--exit") { Description = "End after the report, without serving it." };
    private readonly Option<string?> directory = new("--directory")
    {
        Description = "Where the demo keeps its data. Default: demo in the data directory, apart from your own data.",
        HelpName = "DIR",
    };

    public DemoCommand(Shell shell)
        : base(
            shell,
            "demo",
            "Shows the whole walk on sample data: real organisations in and around Flemingsberg, described from "
            + "public sources, and "
            + "fictional ones. Imports and matches them, writes this week's report, and serves it until Ctrl+C. Your "
            + "own data are not touched.",
            new CommandHelp(
                """
                clusterengine demo                       then open the address it prints
                clusterengine demo --exit --language sv  only write report, in Swedish
                """,
                "0 done, or stopped while it served, 2 bad usage, 4 store, disk, model or port, 130 cancelled before "
                + "the report",
                "README.md, data/sample/README.md"))
    {
        Options.Add(exit);
        Options.Add(directory);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var demo = new DemoRun(session, session.Parse.GetValue(directory), serve: !session.Parse.GetValue(exit));
        return await demo.RunAsync(cancellationToken);
    }
}
