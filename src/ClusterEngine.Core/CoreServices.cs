using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Core;

/// <summary>Registers every room of Core, in the walk's order.</summary>
public static class CoreServices
{
    /// <summary>Adds all rooms. Stores and embedder come from other projects.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services) =>
        services.AddImport().AddCandidates().AddScoring().AddAllocation().AddReports().AddRuns();
}
