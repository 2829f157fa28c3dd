using System.Text.Json;

namespace ClusterEngine.Models;

/// <summary>Reads a model's manifest and refuses what this program cannot use.</summary>
internal static class ManifestReader
{
    /// <summary>This program's version.</summary>
    public static Version ProgramVersion { get; } = typeof(ManifestReader).Assembly.GetName().Version ?? new Version(0, 0);

    /// <summary>Reads the manifest.</summary>
    /// <exception cref="InvalidManifestException">It cannot be used; the message goes on after the file's name.</exception>
    public static ModelManifest Read(ReadOnlySpan<byte> utf8, Version program)
    {
        try
        {
            // The version first: what a newer manifest has besides may have another shape.
            RequireVersion(utf8.ToArray(), program);
            var manifest = JsonSerializer.Deserialize(utf8, ManifestJson.Default.ModelManifest)
                ?? throw new InvalidManifestException("is empty.");
            Check(manifest);
            return manifest;
        }
        catch (JsonException e)
        {
            throw new InvalidManifestException($"cannot be understood: {e.Message}", e);
        }
    }

    private static void RequireVersion(byte[] utf8, Version program)
    {
        using var document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("minimumProgramVersion", out var element)
            || element.ValueKind != JsonValueKind.String
            || !Version.TryParse(element.GetString(), out var minimum))
        {
            throw new InvalidManifestException("does not say which program version it needs (minimumProgramVersion).");
        }

        if (program < minimum)
        {
            throw new InvalidManifestException(
                $"needs version {minimum} of the program or a later one, and this is {program}: update the program.");
        }
    }

    private static void Check(ModelManifest manifest)
    {
        foreach (var role in (string[])["encoder", "tokenizer"])
        {
            if (manifest.Files.Count(file => file.HasRole(role)) != 1)
            {
                throw new InvalidManifestException($"must name one file with the role {role}.");
            }
        }

        foreach (var file in manifest.Files)
        {
            if (!string.Equals(file.Name, Path.GetFileName(file.Name), StringComparison.Ordinal) || file.Sha256.Length != 64)
            {
                throw new InvalidManifestException($"has a file {file.Name} that is in a folder, or without a SHA-256.");
            }
        }

        // 16 tokens: beginning, prefix and end take up to 5, and windows overlap by at most a quarter of what is left.
        if (manifest is not { Dimensions: > 0, TokenDimensions: > 0, MaxTokens: >= 16, FitThreshold: >= 0 and <= 1 })
        {
            throw new InvalidManifestException("has dimensions, maxTokens or fitThreshold out of range.");
        }

        if (!string.Equals(manifest.Id, manifest.DeriveId(), StringComparison.Ordinal))
        {
            throw new InvalidManifestException($"has the id {manifest.Id}, but its files give {manifest.DeriveId()}.");
        }
    }
}

/// <summary>A manifest cannot be used.</summary>
internal sealed class InvalidManifestException(string message, Exception? innerException = null)
    : Exception(message, innerException);
