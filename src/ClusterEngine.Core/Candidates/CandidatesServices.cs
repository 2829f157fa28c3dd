using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Candidates;

/// <summary>Registers the room's settings.</summary>
public static class CandidatesServices
{
    /// <summary>Adds <see cref="CandidateOptions"/>, section <c>Candidates</c>, checked at the start.</summary>
    public static IServiceCollection AddCandidates(this IServiceCollection services)
    {
        services.AddOptions<CandidateOptions>().BindConfiguration("Candidates").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CandidateOptions>, CandidateOptionsValidator>());
        return services;
    }
}
