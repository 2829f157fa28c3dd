using System.Globalization;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClusterEngine.Api;

/// <summary>The reports, read from the store and handed out as they are.</summary>
internal static class ReportEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    public static async Task<IResult> Index(HttpContext context, IReportStore store, ILoggerFactory loggers)
    {
        var language = PageLanguage.Of(context.Request);
        try
        {
            var reports = await store.ListAsync(context.RequestAborted);
            return new PageResult(StatusCodes.Status200OK, ReportPages.Index(reports, language), Html, language);
        }
        catch (StorageException exception)
        {
            return Unavailable(exception, language, loggers);
        }
    }

    public static async Task<IResult> Page(HttpContext context, string week, IReportStore store, ILoggerFactory loggers)
    {
        var language = PageLanguage.Of(context.Request);
        try
        {
            var report = await FindAsync(context, week, store);
            return report is not null && report.Files.TryGetValue($"report.{language}.html", out var page)
                ? new PageResult(StatusCodes.Status200OK, ReportPages.WithStatus(page, report.Heading, language), Html, language)
                : Missing(language);
        }
        catch (StorageException exception)
        {
            return Unavailable(exception, language, loggers);
        }
    }

    public static async Task<IResult> File(HttpContext context, string week, string file, IReportStore store, ILoggerFactory loggers)
    {
        var language = PageLanguage.Of(context.Request);
        try
        {
            var report = await FindAsync(context, week, store);
            return report is not null && report.Files.TryGetValue(file, out var bytes)
                ? new PageResult(StatusCodes.Status200OK, bytes, Type(file), null, Download(report.Heading.Week, file))
                : Missing(language);
        }
        catch (StorageException exception)
        {
            return Unavailable(exception, language, loggers);
        }
    }

    public static IResult NotFound(HttpContext context) => Missing(PageLanguage.Of(context.Request));

    private static async ValueTask<StoredReport?> FindAsync(HttpContext context, string week, IReportStore store)
    {
        int? version = null;
        if (context.Request.Query["version"].ToString() is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            version = number;
        }

        return IsoWeek.TryParse(week, out var parsed)
            ? await store.FindAsync(parsed, version, context.RequestAborted)
            : null;
    }

    private static PageResult Missing(string language) =>
        new(StatusCodes.Status404NotFound, ReportPages.NotFound(language), Html, language);

    private static PageResult Unavailable(StorageException exception, string language, ILoggerFactory loggers)
    {
        ApiLog.StoreFailed(loggers.CreateLogger(typeof(ReportEndpoints)), exception, exception.IsTransient);
        return new PageResult(StatusCodes.Status503ServiceUnavailable, ReportPages.Unavailable(language), Html, language);
    }

    private static string Type(string file) => Path.GetExtension(file) switch
    {
        ".html" => Html,
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    /// <summary>Tables and data are saved under a name that says the week; pages are shown.</summary>
    private static string? Download(IsoWeek week, string file) =>
        file.EndsWith(".html", StringComparison.Ordinal) ? null : $"{week}-{file}";
}
