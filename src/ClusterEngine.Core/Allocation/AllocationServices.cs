using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Allocation;

/// <summary>Registers the room's settings.</summary>
public static class AllocationServices
{
    /// <summary>Adds <see cref="AllocationOptions"/>, section <c>Allocation</c>, checked at the start.</summary>
    public static IServiceCollection AddAllocation(this IServiceCollection services)
    {
        services.AddOptions<AllocationOptions>().BindConfiguration("Allocation").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AllocationOptions>, AllocationOptionsValidator>());
        return services;
    }
}
