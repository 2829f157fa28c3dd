using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Core.Reports;

/// <summary>Registers the reports room.</summary>
public static class ReportServices
{
    /// <summary>Adds <see cref="ReportRenderer"/>. There is nothing to set.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<ReportRenderer>();
}
