namespace ClusterEngine.Core.Candidates;

/// <summary>What a search is asked.</summary>
internal sealed record SearchRequest
{
    /// <summary>Eligible owners kept for each query owner; at least 1 unless only neighbourhoods are asked for.</summary>
    public int Accepted { get; init; } = 200;

    /// <summary>Owners kept that are not eligible.</summary>
    public int Refused { get; init; } = 10;

    /// <summary>Whether a pair (query owner, passage owner) is eligible; null: all are. It is asked only about pairs that
    /// would enter the list, by several threads at once, and must always answer the same.</summary>
    public Func<int, int, bool>? Eligible { get; init; }

    /// <summary>Whether the neighbourhoods of the passage owners are measured too; only over all query owners do they mean r₁₀.</summary>
    public bool PassageMeans { get; init; }

    /// <summary>Threads, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What to compute with; changes no result.</summary>
    public DotInstructions Instructions { get; init; } = DotKernel.Best;
}

/// <summary>What a search found.</summary>
/// <param name="FirstOwner">The query owner that <paramref name="Owners"/> begins with.</param>
/// <param name="Owners">For each query owner of the range what it found.</param>
/// <param name="PassageMeans">For each passage owner the mean of its 10 largest similarities over the query owners of
/// the range; null: not asked for.</param>
internal sealed record SearchResult(int FirstOwner, IReadOnlyList<OwnerCandidates> Owners, float[]? PassageMeans);

/// <summary>r₁₀ of both sides: for each owner the mean of its 10 largest similarities over all owners of the other side.</summary>
/// <param name="Queries">Of each query owner.</param>
/// <param name="Passages">Of each passage owner.</param>
internal sealed record NeighbourhoodMeans(float[] Queries, float[] Passages);
