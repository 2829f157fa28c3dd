using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Models;

/// <summary>Where the embedding model is and how it runs, section <c>Models</c>. Neither changes results.</summary>
public sealed class ModelOptions
{
    /// <summary>The folder with <c>manifest.json</c> and the files that it names.</summary>
    /// <value>A path; a relative one is taken from the working directory. The default, null, is <c>models</c> beside the program.</value>
    public string? Directory { get; set; }

    /// <summary>Threads that compute vectors.</summary>
    /// <value>1 to 256. The default, null, is one for each processor.</value>
    [Range(1, 256)]
    public int? Threads { get; set; }
}

[OptionsValidator]
internal sealed partial class ModelOptionsValidator : IValidateOptions<ModelOptions>;
