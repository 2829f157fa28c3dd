using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Doctor;

/// <summary>Whether the store opens, is sound and has the program's schema.</summary>
internal static class StoreCheck
{
    public static async Task<Finding> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        SchemaState state;
        try
        {
            state = await session.Get<ISchemaStore>().DescribeAsync(cancellationToken);
        }
        catch (StorageException exception)
        {
            return new Finding(FindingState.Problem, "store", exception.Message);
        }

        var version = FormattableString.Invariant($"schema version {state.Version} of {state.ProgramVersion}");
        return state switch
        {
            { IntegrityProblem: { } problem } => new(
                FindingState.Problem, "store", $"{state.Location}: {problem}",
                "Put a backup in its place, or move it away and import anew."),
            { Version: 0 } => new(FindingState.Ok, "store", $"{state.Location} is not there yet; the first import makes it"),
            _ when state.Version > state.ProgramVersion => new(
                FindingState.Problem, "store", $"{state.Location} was made by a newer program ({version})",
                "Use that program, or another data directory."),
            _ when state.Version < state.ProgramVersion => new(
                FindingState.Warning, "store", $"{state.Location} is older than the program ({version})",
                "Run clusterengine migrate."),
            _ => new(FindingState.Ok, "store", $"{state.Location} is sound, {version}"),
        };
    }
}
