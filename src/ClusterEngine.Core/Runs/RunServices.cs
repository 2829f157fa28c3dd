using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Runs;

/// <summary>Registers the rooms that a run walks through.</summary>
public static class RunServices
{
    /// <summary>Adds <see cref="Pipeline"/> and its options. The stores and the embedder come from other projects.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddRegion();
        services.AddOptions<RunOptions>().BindConfiguration("Runs").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RunOptions>, RunOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new Pipeline(
            new PipelineStores(
                provider.GetRequiredService<IProfileStore>(), provider.GetRequiredService<IVerdictStore>(),
                provider.GetRequiredService<IRunStore>(), provider.GetRequiredService<IReportStore>()),
            new PipelineSettings(
                provider.GetRequiredService<IOptions<RegionOptions>>().Value.Id,
                provider.GetRequiredService<IOptions<CandidateOptions>>().Value,
                provider.GetRequiredService<IOptions<ScoringOptions>>().Value,
                provider.GetRequiredService<IOptions<AllocationOptions>>().Value,
                provider.GetRequiredService<IOptions<RunOptions>>().Value),
            new FacetEmbedder(
                provider.GetRequiredService<ITextEmbedder>(), provider.GetRequiredService<IVectorStore>(),
                provider.GetRequiredService<ILogger<FacetEmbedder>>()),
            provider.GetRequiredService<ITextEmbedder>(), provider.GetRequiredService<ReportRenderer>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Pipeline>>()));
        return services;
    }
}
