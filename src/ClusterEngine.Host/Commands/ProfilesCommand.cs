using System.CommandLine;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>The commands about profiles.</summary>
internal sealed class ProfilesCommand : Command, IHelpedCommand
{
    public ProfilesCommand(Shell shell)
        : base("profiles", "Lists profiles, or shows one of them.")
    {
        Subcommands.Add(new ProfilesListCommand(shell));
        Subcommands.Add(new ProfilesShowCommand(shell));
    }

    /// <inheritdoc />
    public CommandHelp Help { get; } = new(
        """
        clusterengine profiles list --kind lab
        clusterengine profiles show flemingsberg/ki-abc
        """,
        "0 done, 2 bad usage or no such profile, 4 the store cannot be read",
        "docs/formats/profiles.md");
}
