using ClusterEngine.Core.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;

namespace ClusterEngine.Api;

/// <summary>What the web port answers.</summary>
public static class ApiRoutes
{
    /// <summary>Maps <c>/</c>, <c>/reports/{week}</c>, <c>/reports/{week}/{file}</c>, <c>/health/live</c> and
    /// <c>/health/ready</c>, with security headers on every answer and a page in words for what is not there.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ReportPages.ContentSecurityPolicy + "; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-cache";
            return next(context);
        });
        app.MapMethods("/", Methods, ReportEndpoints.Index);
        app.MapMethods("/reports/{week}", Methods, ReportEndpoints.Page);
        app.MapMethods("/reports/{week}/{file}", Methods, ReportEndpoints.File);

        // Alive: the process answers. Ready: store and model do as well.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
        app.MapFallback(ReportEndpoints.NotFound);
        return app;
    }

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
}
