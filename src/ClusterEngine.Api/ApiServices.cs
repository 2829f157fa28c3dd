using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Api;

/// <summary>Registers the web pages.</summary>
public static class ApiServices
{
    /// <summary>Adds what <see cref="ApiRoutes.MapApi"/> needs: the checks behind <c>/health/ready</c>. The store and the
    /// embedder come from their own rooms.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store")
            .AddCheck<ModelHealth>("model");
        return services;
    }
}
