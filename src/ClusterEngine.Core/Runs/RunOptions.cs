using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Runs;

/// <summary>How a run does its work, section <c>Runs</c>. Nothing here changes a result.</summary>
public sealed class RunOptions
{
    /// <summary>Threads that a run computes with; 0: as many as the machine has processors.</summary>
    /// <value>0 to 256. The default is 0.</value>
    [Range(0, 256)]
    public int Threads { get; set; }

    /// <summary>Needs in a range, the piece of work that is claimed, stored and never done twice.</summary>
    /// <value>A count, 16 to 100,000. The default is 512.</value>
    [Range(16, 100_000)]
    public int RangeSize { get; set; } = 512;

    /// <summary>How long a claimed range stays its worker's own without a sign of life. A killed run goes on after this long.</summary>
    /// <value>1 second to 1 hour. The default is 10 seconds: a range takes well under one.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    internal int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;
}

[OptionsValidator]
internal sealed partial class RunOptionsValidator : IValidateOptions<RunOptions>;
