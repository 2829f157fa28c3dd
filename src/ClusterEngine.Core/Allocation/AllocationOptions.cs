using System.ComponentModel.DataAnnotations;
using ClusterEngine.Core.Profiles;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Allocation;

/// <summary>How a week's slate is chosen, section <c>Allocation</c>.</summary>
public sealed class AllocationOptions
{
    /// <summary>Matches that coordinators look at in a week, carried-over ones included.</summary>
    /// <value>A count, 1 to 10,000. The default is 30.</value>
    [Range(1, 10_000)]
    public int ReviewBudget { get; set; } = 30;

    /// <summary>The least score R of a proposed match.</summary>
    /// <value>0 to 1. The default is 0.1.</value>
    [Range(0, 1)]
    public double LeastScore { get; set; } = 0.1;

    /// <summary>Most matches of a company in a slate, approved ones included.</summary>
    /// <value>A count, 1 to 100. The default is 3.</value>
    [Range(1, 100)]
    public int CompanyCap { get; set; } = 3;

    /// <summary>Most matches of a lab.</summary>
    /// <value>A count, 1 to 100. The default is 4.</value>
    [Range(1, 100)]
    public int LabCap { get; set; } = 4;

    /// <summary>Most matches of a research group.</summary>
    /// <value>A count, 1 to 100. The default is 3.</value>
    [Range(1, 100)]
    public int ResearchGroupCap { get; set; } = 3;

    /// <summary>Most matches of a clinic.</summary>
    /// <value>A count, 1 to 100. The default is 2.</value>
    [Range(1, 100)]
    public int ClinicCap { get; set; } = 2;

    /// <summary>Most matches of a network.</summary>
    /// <value>A count, 1 to 100. The default is 4.</value>
    [Range(1, 100)]
    public int NetworkCap { get; set; } = 4;

    internal int CapOf(ProfileKind kind) => kind switch
    {
        ProfileKind.Company => CompanyCap,
        ProfileKind.Lab => LabCap,
        ProfileKind.ResearchGroup => ResearchGroupCap,
        ProfileKind.Clinic => ClinicCap,
        _ => NetworkCap,
    };
}

[OptionsValidator]
internal sealed partial class AllocationOptionsValidator : IValidateOptions<AllocationOptions>;
