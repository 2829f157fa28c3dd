using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core;

/// <summary>Adds the region's options.</summary>
public static class RegionServices
{
    /// <summary>Adds <see cref="RegionOptions"/>, bound to the section <c>Region</c> and validated on start. Every room
    /// that keeps or reads a region's data adds it; more than once is as good as once.</summary>
    public static IServiceCollection AddRegion(this IServiceCollection services)
    {
        services.AddOptions<RegionOptions>().BindConfiguration("Region").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RegionOptions>, RegionOptionsValidator>());
        return services;
    }
}
