using System.CommandLine;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>Brings the store's schema up to date.</summary>
internal sealed class MigrateCommand : HostCommand
{
    private readonly Option<bool> json = CommonOptions.Json();

    public MigrateCommand(Shell shell)
        : base(
            shell,
            "migrate",
            "Brings the store's schema up to date, and makes the store if there is none. Safe to run twice. "
            + "The other commands do it themselves on SQLite.",
            new CommandHelp(
                "clusterengine migrate --data-directory ./cluster",
                "0 done, 2 bad usage, 4 the store cannot be opened or written, or is newer than the program",
                "docs/architecture.md"))
        => Options.Add(json);

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var schema = session.Get<ISchemaStore>();
        var applied = await schema.MigrateAsync(cancellationToken);
        var state = await schema.DescribeAsync(cancellationToken);
        if (session.Parse.GetValue(json))
        {
            session.WriteJson(new Outcome(state.Location, state.Version, applied));
            return ExitCode.Done;
        }

        foreach (var migration in applied)
        {
            session.WriteLine($"Applied {migration}.");
        }

        session.WriteLine(FormattableString.Invariant(
            $"{state.Location} is at schema version {state.Version}, the newest there is."));
        return ExitCode.Done;
    }

    private sealed record Outcome(string Location, int Version, IReadOnlyList<string> Applied);
}
