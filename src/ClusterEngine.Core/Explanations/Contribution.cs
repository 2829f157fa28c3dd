using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Core.Explanations;

/// <summary>What one feature added to a side's z.</summary>
/// <param name="Feature">The feature's name, such as <c>fit</c> or <c>capacity</c>; <c>prior</c> for β₀.</param>
/// <param name="Value">φ, 0 to 1; 1 for the prior.</param>
/// <param name="Weight">β.</param>
/// <param name="Amount">β·φ. A side's amounts add up to its z.</param>
public sealed record Contribution(string Feature, double Value, double Weight, double Amount);

/// <summary>How likely one side is to accept, and why.</summary>
/// <param name="Probability">σ(z), 0 to 1. A prior's estimate until verdicts have been learned from.</param>
/// <param name="Z">The sum of the contributions.</param>
/// <param name="Contributions">The largest first, the prior last.</param>
public sealed record SideExplanation(double Probability, double Z, IReadOnlyList<Contribution> Contributions);

/// <summary>Text that a reason rests on, in its original language.</summary>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
/// <param name="Text">The whole facet text.</param>
/// <param name="Spans">The parts that count, in order, not overlapping.</param>
public sealed record CitedText(string Language, string Text, IReadOnlyList<TextRange> Spans);
