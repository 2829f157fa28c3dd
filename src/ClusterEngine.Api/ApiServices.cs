using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Api;

/// <summary>Registers the web pages.</summary>
public static class ApiServices
{
    /// <summary>Adds what <see cref="ApiRoutes.MapApi"/> needs: <see cref="ApiOptions"/> and the checks behind
    /// <c>/health/ready</c>. The store and the embedder come from their own rooms.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store")
            .AddCheck<ModelHealth>("model");
        return services;
    }
}
