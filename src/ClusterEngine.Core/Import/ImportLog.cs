using Microsoft.Extensions.Logging;

namespace ClusterEngine.Core.Import;

internal static partial class ImportLog
{
    [LoggerMessage(1001, LogLevel.Information,
        "Import {Source}: {Accepted} profiles accepted ({Added} new, {Changed} changed), {Rejected} rows rejected")]
    public static partial void Finished(
        ILogger logger, string source, int accepted, int added, int changed, int rejected);

    [LoggerMessage(1002, LogLevel.Information,
        "Import {Source}: {Accepted} verdicts accepted ({Added} new), {Rejected} rows rejected")]
    public static partial void VerdictsFinished(ILogger logger, string source, int accepted, int added, int rejected);
}
