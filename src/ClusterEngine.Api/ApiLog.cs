using Microsoft.Extensions.Logging;

namespace ClusterEngine.Api;

internal static partial class ApiLog
{
    [LoggerMessage(12001, LogLevel.Error, "The store did not answer a request for a report; a retry can help: {IsTransient}")]
    public static partial void StoreFailed(ILogger logger, Exception exception, bool isTransient);
}
