using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Api;

/// <summary>Where the pages are served, section <c>Api</c>. Nothing here changes results.</summary>
public sealed class ApiOptions
{
    /// <summary>The port of the pages, on the loopback address.</summary>
    /// <value>0 to 65,535; 0 takes any free one. The default is 5080.</value>
    [Range(0, 65_535)]
    public int WebPort { get; set; } = 5080;
}

[OptionsValidator]
internal sealed partial class ApiOptionsValidator : IValidateOptions<ApiOptions>;
