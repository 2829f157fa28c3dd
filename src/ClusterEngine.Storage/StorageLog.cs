using Microsoft.Extensions.Logging;

namespace ClusterEngine.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(10001, LogLevel.Information, "Applied migration {Migration}")]
    public static partial void Migrated(ILogger logger, string migration);

    [LoggerMessage(10002, LogLevel.Information,
        "The store is locked by another process: waiting (attempt {Attempt} of {Attempts})")]
    public static partial void Waiting(ILogger logger, int attempt, int attempts);
}
