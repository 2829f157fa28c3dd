using Microsoft.Extensions.Logging;

namespace ClusterEngine.Core.Runs;

internal static partial class RunsLog
{
    [LoggerMessage(9001, LogLevel.Information, "Run {RunId} begins for {Week}: {Needs} needs, {Offers} offers, {OpenRanges} ranges to do")]
    public static partial void Begun(ILogger logger, string runId, string week, int needs, int offers, int openRanges);

    [LoggerMessage(9002, LogLevel.Information, "Run {RunId} goes on where an ended process left it")]
    public static partial void Resumed(ILogger logger, string runId);

    [LoggerMessage(9003, LogLevel.Information, "Run {RunId} finished: {Matches} matches, {Gaps} gaps, {Waiting} waiting")]
    public static partial void Finished(ILogger logger, string runId, int matches, int gaps, int waiting);

    [LoggerMessage(9004, LogLevel.Information, "Run {RunId} was finished already")]
    public static partial void FoundFinished(ILogger logger, string runId);

    [LoggerMessage(9005, LogLevel.Warning, "Run {RunId}: explaining the matches failed; the report says so")]
    public static partial void NotExplained(ILogger logger, string runId, Exception exception);
}
