namespace ClusterEngine.Core.Candidates;

/// <summary>The similarity of one need and one offer that words, not vectors, brought together.</summary>
internal static class VectorPair
{
    /// <summary>The nearest pair of their vectors; of equals the first, passage rows before query rows.</summary>
    public static Candidate Nearest(VectorMatrix needs, int need, VectorMatrix offers, int offer)
    {
        var (a, b) = (new float[needs.Dimensions], new float[offers.Dimensions]);
        Candidate? best = null;
        foreach (var passage in Rows(offers, offer))
        {
            offers.CopyRow(passage, b);
            foreach (var query in Rows(needs, need))
            {
                needs.CopyRow(query, a);
                var candidate = new Candidate(offer, Dot(a, b), query, passage);
                best = best is { } found && found.Similarity >= candidate.Similarity ? found : candidate;
            }
        }

        return best ?? throw new InvalidOperationException("A facet without a vector is in the matrix.");
    }

    private static IEnumerable<int> Rows(VectorMatrix matrix, int owner)
    {
        var end = owner + 1 < matrix.Owners ? matrix.FirstRow(owner + 1) : matrix.Rows;
        return Enumerable.Range(matrix.FirstRow(owner), end - matrix.FirstRow(owner));
    }

    // One chain of fused multiply-adds in dimension order, as the tiled kernel computes it: the same bits.
    private static float Dot(float[] a, float[] b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(a[i], b[i], sum);
        }

        return sum;
    }
}
