using ClusterEngine.Core.Reports;

namespace ClusterEngine.Core.Runs;

/// <summary>The steps of a run that take time.</summary>
public enum PipelineStep
{
    /// <summary>Texts are embedded.</summary>
    Embed,

    /// <summary>Offers are found and scored for each need.</summary>
    Match,

    /// <summary>The slate is chosen.</summary>
    Allocate,

    /// <summary>The matches are explained and the report is written.</summary>
    Report,
}

/// <summary>How far a step has come.</summary>
/// <param name="Step">The step.</param>
/// <param name="Done">How many of its items are done: texts, needs, pairs, files.</param>
/// <param name="Total">Of how many; 0: there is nothing to do.</param>
public readonly record struct PipelineProgress(PipelineStep Step, int Done, int Total);

/// <summary>What a run came to.</summary>
/// <param name="Run">The finished run.</param>
/// <param name="Report">Its report, stored as the week's draft.</param>
/// <param name="TextsEmbedded">Texts that were new or changed.</param>
/// <param name="TextsReused">Texts whose vectors were there.</param>
/// <param name="EmbedTime">How long the embedding took.</param>
public sealed record PipelineOutcome(Run Run, Report Report, int TextsEmbedded, int TextsReused, TimeSpan EmbedTime);
