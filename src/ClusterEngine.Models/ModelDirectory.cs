using System.Globalization;
using System.Security.Cryptography;
using ClusterEngine.Core.Embeddings;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Models;

/// <summary>The folder that the model is in.</summary>
internal sealed class ModelDirectory(IOptions<ModelOptions> options)
{
    /// <summary>What the operator can do when a file is not as it should be.</summary>
    private const string Remedy =
        "Restore it with `git checkout -- models` in the repository (or clone again) and build, "
        + "or set Models:Directory to a folder that holds the model.";

    private readonly string path =
        System.IO.Path.GetFullPath(options.Value.Directory ?? System.IO.Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(path, name);

    /// <summary>Reads the manifest.</summary>
    /// <exception cref="EmbeddingException">It is missing, damaged, or for a newer program.</exception>
    public ModelManifest ReadManifest()
    {
        var file = PathOf("manifest.json");
        try
        {
            return ManifestReader.Read(File.ReadAllBytes(file), ManifestReader.ProgramVersion);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EmbeddingException($"The embedding model's manifest {file} is missing. {Remedy}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddingException($"The embedding model's manifest {file} cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidManifestException)
        {
            throw new EmbeddingException($"The embedding model's manifest {file} {e.Message} {Remedy}", e);
        }
    }

    /// <summary>Reads the whole of a file and compares it with the manifest.</summary>
    /// <returns>What is wrong and what to do; null: nothing.</returns>
    public string? FindProblem(ModelFile file)
    {
        var full = PathOf(file.Name);
        try
        {
            using var stream = File.OpenRead(full);
            if (stream.Length != file.Bytes)
            {
                return $"The model file {full} has {Count(stream.Length)} bytes and should have {Expected(file)}. {Remedy}";
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            return string.Equals(hash, file.Sha256, StringComparison.Ordinal)
                ? null
                : $"The model file {full} has been altered: its SHA-256 begins {hash[..12]}; it should have {Expected(file)}. {Remedy}";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"The model file {full} is missing; it should have {Expected(file)}. {Remedy}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The model file {full} cannot be read: {e.Message}";
        }
    }

    /// <summary>Compares a file with the manifest.</summary>
    /// <exception cref="EmbeddingException">It is not what the manifest says.</exception>
    public void Require(ModelFile file)
    {
        if (FindProblem(file) is { } problem)
        {
            throw new EmbeddingException(problem);
        }
    }

    private static string Expected(ModelFile file) => $"{Count(file.Bytes)} bytes, SHA-256 {file.Sha256[..12]}…";

    private static string Count(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
