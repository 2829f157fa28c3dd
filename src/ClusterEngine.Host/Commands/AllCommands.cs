using System.CommandLine;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>The commands of the program, in the order of its help: that of the walk of a profile.</summary>
internal static class AllCommands
{
    /// <summary>Makes them.</summary>
    public static IEnumerable<Command> Create(Shell shell) =>
    [
        new DemoCommand(shell),
        new ImportCommand(shell),
        new ProfilesCommand(shell),
        new MatchCommand(shell),
        new ReportCommand(shell),
        new VerdictCommand(shell),
        new MigrateCommand(shell),
        new DoctorCommand(shell),
    ];
}
