using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Runs;

namespace ClusterEngine.Storage;

/// <summary>The documents that rows carry beside their columns. What is computed (such as an interval's length) is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Need))]
[JsonSerializable(typeof(Offer))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(RunCounts))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StorageJson : JsonSerializerContext;

/// <summary>How documents are written.</summary>
internal static class StorageDocuments
{
    /// <summary>Writes å, ä, ö and emoji as they are: a document never stands in a page or a script.</summary>
    public static StorageJson Json { get; } = new(new JsonSerializerOptions(StorageJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
