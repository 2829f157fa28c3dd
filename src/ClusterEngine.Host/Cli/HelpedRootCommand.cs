using System.CommandLine;

namespace ClusterEngine.Host.Cli;

/// <summary>The program itself: without a command it shows its help.</summary>
internal sealed class HelpedRootCommand() : RootCommand(
    "Finds who in a life-science cluster should meet whom, why, and when: reads profiles of companies, labs, "
    + "research groups and "
    + "clinics in Swedish and English, matches needs with offers, and writes a weekly report."), IHelpedCommand
{
    /// <inheritdoc />
    public CommandHelp Help { get; } = new(
        """
        clusterengine demo                   try it with sample data
        clusterengine import profiles.jsonl  read your own profiles
        clusterengine match                  match them now
        clusterengine report                 read the week's report
        Each command explains itself: clusterengine import --help
        """,
        """
        0 done, 1 unexpected, 2 bad input or usage, 3 no feasible answer,
        4 environment (store, port, disk, model), 5 done with rejected rows, 130 cancelled
        """,
        """
        README.md, docs/architecture.md, docs/formats/
        Settings: an option (--Storage:DataDirectory=DIR) wins over the environment (Storage__DataDirectory), which wins over
        clusterengine.json in the working directory. clusterengine doctor checks that all is in order.
        """);
}
