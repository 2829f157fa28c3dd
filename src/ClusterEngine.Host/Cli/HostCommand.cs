using System.CommandLine;

namespace ClusterEngine.Host.Cli;

/// <summary>A command of the program.</summary>
internal abstract class HostCommand : Command, IHelpedCommand
{
    protected HostCommand(Shell shell, string name, string description, CommandHelp help)
        : base(name, description)
    {
        Help = help;
        SetAction(async (parse, cancellationToken) =>
        {
            await using var session = new CommandSession(shell, parse);
            return await RunAsync(session, cancellationToken);
        });
    }

    /// <inheritdoc />
    public CommandHelp Help { get; }

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken);
}
