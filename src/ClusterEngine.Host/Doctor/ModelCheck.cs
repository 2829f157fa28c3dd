using ClusterEngine.Host.Cli;
using ClusterEngine.Models;

namespace ClusterEngine.Host.Doctor;

/// <summary>Whether the embedding model's files are those of the manifest.</summary>
internal static class ModelCheck
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var problems = await session.Get<ModelVerifier>().VerifyAsync(cancellationToken);
        return problems.Count == 0
            ? [new Finding(FindingState.Ok, "model", "all files are there, with the manifest's SHA-256")]
            : [.. problems.Select(p => new Finding(FindingState.Problem, "model", p))];
    }
}
