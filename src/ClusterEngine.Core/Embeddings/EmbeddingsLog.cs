using Microsoft.Extensions.Logging;

namespace ClusterEngine.Core.Embeddings;

internal static partial class EmbeddingsLog
{
    [LoggerMessage(3001, LogLevel.Information, "Embedded {Texts} texts with {ModelId}; {Reused} were embedded already")]
    public static partial void Embedded(ILogger logger, string modelId, int texts, int reused);
}
