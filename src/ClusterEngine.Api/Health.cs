using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClusterEngine.Api;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreHealth(IReportStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ListAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", exception);
        }
    }
}

/// <summary>Whether the embedding model is there; the first call loads it.</summary>
internal sealed class ModelHealth(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(services.GetService<ITextEmbedder>()?.Model is null
                ? HealthCheckResult.Unhealthy("There is no embedding model.")
                : HealthCheckResult.Healthy());
        }
        catch (EmbeddingException exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The embedding model cannot be used.", exception));
        }
    }
}

/// <summary>Says what is ready and what is not, without causes, which may name paths: those are in the log.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}: {(entry.Value.Status == HealthStatus.Healthy ? "ok" : "failed")}\n");
        return context.Response.WriteAsync(string.Concat(lines), context.RequestAborted);
    }
}
