namespace ClusterEngine.Core.Candidates;

/// <summary>A passage owner that a query owner found.</summary>
/// <param name="Owner">The passage owner.</param>
/// <param name="Similarity">The largest dot product (cosine of unit vectors) over the vectors of both.</param>
/// <param name="QueryRow">The query row that attained it; of several the first.</param>
/// <param name="PassageRow">The passage row that attained it; of several the first, which counts before the query row.</param>
internal readonly record struct Candidate(int Owner, float Similarity, int QueryRow, int PassageRow)
{
    /// <summary>Whether it comes before another: more similar, or as similar and lower owner.</summary>
    public bool Precedes(in Candidate other) =>
        Similarity > other.Similarity || (Similarity == other.Similarity && Owner < other.Owner);
}

/// <summary>What a query owner found.</summary>
/// <param name="Accepted">The most similar owners that are eligible, best first.</param>
/// <param name="Refused">The most similar owners that are not eligible, best first; only such as come before the
/// last accepted one when that list is full, as the others would not have been candidates anyway.</param>
/// <param name="NeighbourhoodMean">The mean of its 10 largest similarities over all passage owners, eligible or not
/// (of fewer when there are fewer; 0 when there are none): r₁₀ of the hub correction CSLS.</param>
internal sealed record OwnerCandidates(
    IReadOnlyList<Candidate> Accepted, IReadOnlyList<Candidate> Refused, float NeighbourhoodMean);
