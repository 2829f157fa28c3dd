using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Scoring;

/// <summary>Registers the room's settings.</summary>
public static class ScoringServices
{
    /// <summary>Adds <see cref="ScoringOptions"/>, section <c>Scoring</c>, checked at the start.</summary>
    public static IServiceCollection AddScoring(this IServiceCollection services)
    {
        services.AddOptions<ScoringOptions>().BindConfiguration("Scoring")
            .Validate(options => options.FullFit > options.NoFit, "The field FullFit must be greater than NoFit.")
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ScoringOptions>, ScoringOptionsValidator>());
        return services;
    }
}
