using Microsoft.Extensions.Logging;

namespace ClusterEngine.Models;

/// <summary>The room's log events, 11000 to 11999. Counts only, never text.</summary>
internal static partial class ModelsLog
{
    [LoggerMessage(11001, LogLevel.Information, "Model {ModelId}: loaded in {DurationMs} ms, {Threads} threads")]
    public static partial void Loaded(ILogger logger, string modelId, double durationMs, int threads);

    [LoggerMessage(11002, LogLevel.Debug, "Model {ModelId}: {Texts} texts, {Windows} windows in {DurationMs} ms")]
    public static partial void Embedded(ILogger logger, string modelId, int texts, int windows, double durationMs);
}
