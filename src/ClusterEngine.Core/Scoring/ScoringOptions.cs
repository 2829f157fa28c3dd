using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Core.Scoring;

/// <summary>How pairs are scored, section <c>Scoring</c>. Priors until verdicts have been learned from; each weight is
/// what its feature, 0 to 1, adds at most to a side's z (in logits).</summary>
public sealed class ScoringOptions
{
    /// <summary>The part of the hub-corrected cosine in the fit; the words have the rest.</summary>
    /// <value>0 to 1. The default is 0.85, fitted with the threshold (docs/quality.md).</value>
    [Range(0, 1)]
    public double VectorShare { get; set; } = 0.85;

    /// <summary>What an unlike category leaves of the fit; a category that is not stated leaves all.</summary>
    /// <value>0 to 1. The default is 0.9.</value>
    [Range(0, 1)]
    public double UnlikeCategory { get; set; } = 0.9;

    /// <summary>The hub-corrected cosine that counts as no fit at all.</summary>
    /// <value>−4 to 4. The default is −0.6.</value>
    [Range(-4, 4)]
    public double NoFit { get; set; } = -0.6;

    /// <summary>The hub-corrected cosine that counts as a full fit; above <see cref="NoFit"/>.</summary>
    /// <value>−4 to 4. The default is 0.8.</value>
    [Range(-4, 4)]
    public double FullFit { get; set; } = 0.8;

    /// <summary>β₀ of the side that needs, in logits.</summary>
    /// <value>−20 to 20. The default is −5: with a fit of one half and all else middling, two in five accept.</value>
    [Range(-20, 20)]
    public double NeedPrior { get; set; } = -5;

    /// <summary>β₀ of the side that offers, in logits, before its kind's acceptance prior is added.</summary>
    /// <value>−20 to 20. The default is −4.2.</value>
    [Range(-20, 20)]
    public double OfferPrior { get; set; } = -4.2;

    /// <summary>Weight of the fit of this need and offer.</summary>
    /// <value>0 to 20. The default is 6.</value>
    [Range(0, 20)]
    public double FitWeight { get; set; } = 6;

    /// <summary>Weight of how much of what the side needs the other can meet, over all its needs.</summary>
    /// <value>0 to 20. The default is 0.8.</value>
    [Range(0, 20)]
    public double CoverageWeight { get; set; } = 0.8;

    /// <summary>Weight of stated, free capacity in the time wanted.</summary>
    /// <value>0 to 20. The default is 0.6.</value>
    [Range(0, 20)]
    public double CapacityWeight { get; set; } = 0.6;

    /// <summary>Weight of nearness: 1 next door, one half at 25 km.</summary>
    /// <value>0 to 20. The default is 0.5.</value>
    [Range(0, 20)]
    public double DistanceWeight { get; set; } = 0.5;

    /// <summary>Weight of kinds that complete each other, such as a company and a clinic.</summary>
    /// <value>0 to 20. The default is 0.3.</value>
    [Range(0, 20)]
    public double ComplementarityWeight { get; set; } = 0.3;
}

[OptionsValidator]
internal sealed partial class ScoringOptionsValidator : IValidateOptions<ScoringOptions>;
