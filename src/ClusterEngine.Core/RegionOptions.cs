using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core;

/// <summary>Which cluster's data the program works on, section <c>Region</c>.</summary>
public sealed class RegionOptions
{
    /// <summary>The region's id: lower-case letters a to z, digits and hyphens, beginning with a letter.</summary>
    /// <value>1 to 64 characters. The default is <c>flemingsberg</c>.</value>
    [Required]
    [RegularExpression("[a-z][a-z0-9-]{0,63}", MatchTimeoutInMilliseconds = 1000)]
    public string Id { get; set; } = "flemingsberg";
}

[OptionsValidator]
internal sealed partial class RegionOptionsValidator : IValidateOptions<RegionOptions>;
