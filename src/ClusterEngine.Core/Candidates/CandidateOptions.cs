using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Candidates;

/// <summary>How many offers are looked at for each need, section <c>Candidates</c>.</summary>
public sealed class CandidateOptions
{
    /// <summary>Eligible offers found by vector.</summary>
    /// <value>A count, 10 to 2,000. The default is 100.</value>
    [Range(10, 2000)]
    public int PerNeed { get; set; } = 100;

    /// <summary>Offers found by uncommon words they share with the need.</summary>
    /// <value>A count, 0 to 2,000. The default is 50.</value>
    [Range(0, 2000)]
    public int ByWords { get; set; } = 50;

    /// <summary>Offers kept that do not meet the hard requirements, for gaps and "ask first".</summary>
    /// <value>A count, 1 to 200. The default is 20.</value>
    [Range(1, 200)]
    public int Refused { get; set; } = 20;

    /// <summary>Scored offers kept for the allocation.</summary>
    /// <value>A count, 10 to 2,000. The default is 50.</value>
    [Range(10, 2000)]
    public int Kept { get; set; } = 50;
}

[OptionsValidator]
internal sealed partial class CandidateOptionsValidator : IValidateOptions<CandidateOptions>;
