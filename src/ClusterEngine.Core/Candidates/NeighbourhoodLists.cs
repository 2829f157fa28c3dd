namespace ClusterEngine.Core.Candidates;

/// <summary>The 10 largest similarities of each owner, for r₁₀ of the hub correction (CSLS; Conneau et al. 2018).</summary>
internal sealed class NeighbourhoodLists
{
    /// <summary>How many neighbours make a neighbourhood.</summary>
    public const int Size = 10;

    private readonly float[] _largest; // owner by owner, largest first; −∞ where there are fewer than 10

    /// <summary>Empty lists for so many owners.</summary>
    public NeighbourhoodLists(int owners)
    {
        _largest = new float[checked(owners * Size)];
        Clear();
    }

    /// <summary>What a similarity must exceed to enter: the tenth largest, −∞ when there are fewer.</summary>
    public float Least(int owner) => _largest[(owner * Size) + Size - 1];

    /// <summary>Takes a similarity in, if it is among the 10 largest.</summary>
    public void Add(int owner, float similarity)
    {
        var list = _largest.AsSpan(owner * Size, Size);
        if (!(similarity > list[^1]))
        {
            return;
        }

        var at = Size - 1;
        for (; at > 0 && similarity > list[at - 1]; at--)
        {
            list[at] = list[at - 1];
        }

        list[at] = similarity;
    }

    /// <summary>Takes in what other lists hold. The outcome does not depend on the order in which lists are merged.</summary>
    public void Merge(NeighbourhoodLists other)
    {
        for (var i = 0; i < other._largest.Length; i++)
        {
            Add(i / Size, other._largest[i]);
        }
    }

    /// <summary>The mean of an owner's list, summed in double from the largest on; 0 when it is empty.</summary>
    public float Mean(int owner)
    {
        var (sum, count) = (0.0, 0);
        foreach (var similarity in _largest.AsSpan(owner * Size, Size))
        {
            if (float.IsFinite(similarity))
            {
                sum += similarity;
                count++;
            }
        }

        return count == 0 ? 0 : (float)(sum / count);
    }

    /// <summary>The means of all owners.</summary>
    public float[] Means()
    {
        var means = new float[_largest.Length / Size];
        for (var owner = 0; owner < means.Length; owner++)
        {
            means[owner] = Mean(owner);
        }

        return means;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Fill(_largest, float.NegativeInfinity);
}
