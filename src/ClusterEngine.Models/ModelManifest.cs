using System.Text.Json.Serialization;
using ClusterEngine.Core;

namespace ClusterEngine.Models;

/// <summary>What <c>manifest.json</c> says of a model, as far as the program needs it (it says more, for people).</summary>
internal sealed record ModelManifest
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Name and content; see <see cref="DeriveId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What stands before a text, by its side.</summary>
    public required ModelPrefixes Prefixes { get; init; }

    /// <summary>Numbers in a text's vector.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Numbers in a token's vector.</summary>
    public required int TokenDimensions { get; init; }

    /// <summary>Tokens in a sequence at most, those at its beginning and end included.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The least fit at which an offer counts as a partner, 0 to 1.</summary>
    public required double FitThreshold { get; init; }

    /// <summary>The file with role <c>encoder</c>, ONNX.</summary>
    [JsonIgnore]
    public ModelFile Encoder => Files.Single(file => file.HasRole("encoder"));

    /// <summary>The file with role <c>tokenizer</c>, SentencePiece.</summary>
    [JsonIgnore]
    public ModelFile Tokenizer => Files.Single(file => file.HasRole("tokenizer"));

    /// <summary>The model's files.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>The identifier: the name, <c>@</c>, and 16 digits of the digest over the name and both files' hashes.
    /// A manifest whose id is another one was written for other files.</summary>
    public string DeriveId() => $"{Name}@{DerivedId.Digest(Name, Encoder.Sha256, Tokenizer.Sha256)[..16]}";
}

/// <summary>What stands before a text.</summary>
/// <param name="Need">Before a need or a search.</param>
/// <param name="Offer">Before an offer or a description.</param>
internal sealed record ModelPrefixes(string Need, string Offer);

/// <summary>A file of a model.</summary>
/// <param name="Role"><c>encoder</c> or <c>tokenizer</c>.</param>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, 64 hexadecimal digits in lower case.</param>
internal sealed record ModelFile(string Role, string Name, long Bytes, string Sha256)
{
    /// <summary>Whether it has a role.</summary>
    public bool HasRole(string role) => string.Equals(Role, role, StringComparison.Ordinal);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
