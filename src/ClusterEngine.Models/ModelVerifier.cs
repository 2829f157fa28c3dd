using ClusterEngine.Core.Embeddings;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Models;

/// <summary>Checks the embedding model's files, for <c>doctor</c>.</summary>
/// <param name="options">Where the model is.</param>
public sealed class ModelVerifier(IOptions<ModelOptions> options)
{
    private readonly ModelDirectory directory = new(options);

    /// <summary>Reads the manifest and every file that it names, about 50 MB.</summary>
    /// <returns>What is wrong, each with what to do; empty: all is well.</returns>
    public ValueTask<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) =>
        new(Task.Run(IReadOnlyList<string> () => Verify(cancellationToken), cancellationToken));

    private List<string> Verify(CancellationToken cancellationToken)
    {
        ModelManifest manifest;
        try
        {
            manifest = directory.ReadManifest();
        }
        catch (EmbeddingException e)
        {
            return [e.Message];
        }

        var problems = new List<string>();
        foreach (var file in manifest.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (directory.FindProblem(file) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }
}
