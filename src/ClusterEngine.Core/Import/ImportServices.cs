using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClusterEngine.Core.Import;

/// <summary>Registers the import room.</summary>
public static class ImportServices
{
    /// <summary>Adds <see cref="ProfileImporter"/> and <see cref="VerdictImporter"/>, and <see cref="RegionOptions"/>,
    /// checked at the start. The stores come from the storage.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddRegion();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ProfileImporter>();
        services.TryAddSingleton<VerdictImporter>();
        return services;
    }
}
