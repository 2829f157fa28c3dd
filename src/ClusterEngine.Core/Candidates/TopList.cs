namespace ClusterEngine.Core.Candidates;

/// <summary>Keeps the first few candidates in their order: a heap of fixed size with the last of them on top.</summary>
internal sealed class TopList(int capacity)
{
    private readonly Candidate[] _heap = new Candidate[capacity];
    private int _count;

    /// <summary>What a candidate of any owner must exceed to be sure to enter: −∞ until full, +∞ with no room at all.</summary>
    public float Least { get; private set; } = LeastOfNone(capacity);

    /// <summary>Whether nothing enters any more without another leaving.</summary>
    public bool IsFull => _count == _heap.Length;

    /// <summary>Whether a candidate would enter.</summary>
    public bool WouldEnter(in Candidate candidate) =>
        !IsFull || (_heap.Length > 0 && candidate.Precedes(_heap[0]));

    /// <summary>Takes a candidate in, if it comes before the last or there is room.</summary>
    public void Add(in Candidate candidate)
    {
        if (!IsFull)
        {
            Rise(_count++, candidate);
        }
        else if (WouldEnter(candidate))
        {
            Sink(candidate);
        }
        else
        {
            return;
        }

        if (IsFull)
        {
            Least = _heap[0].Similarity;
        }
    }

    /// <summary>The candidates, best first.</summary>
    public Candidate[] ToSortedArray()
    {
        var sorted = _heap.AsSpan(0, _count).ToArray();
        Array.Sort(sorted, static (a, b) => a.Precedes(b) ? -1 : b.Precedes(a) ? 1 : 0);
        return sorted;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _count = 0;
        Least = LeastOfNone(_heap.Length);
    }

    private static float LeastOfNone(int capacity) => capacity == 0 ? float.PositiveInfinity : float.NegativeInfinity;

    private void Rise(int at, in Candidate candidate)
    {
        while (at > 0 && _heap[(at - 1) / 2].Precedes(candidate))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = candidate;
    }

    private void Sink(in Candidate candidate)
    {
        var at = 0;
        while ((2 * at) + 1 < _count)
        {
            var child = (2 * at) + 1;
            if (child + 1 < _count && _heap[child].Precedes(_heap[child + 1]))
            {
                child++;
            }

            if (!candidate.Precedes(_heap[child]))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = candidate;
    }
}
