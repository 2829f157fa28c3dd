namespace ClusterEngine.Core.Candidates;

/// <summary>b̃ of one need against every offer, and the offers that share an uncommon word. One thread uses it for one need after
/// another: at 25,000 offers, arrays made anew for each need would cost more than the scoring.</summary>
internal sealed class WordScores(int documents, int offers)
{
    private readonly double[] _documents = new double[documents];
    private readonly double[] _best = new double[offers];
    private readonly bool[] _isUncommon = new bool[offers];
    private readonly List<int> _uncommon = [];

    /// <summary>b̃, 0 to 1, of an offer.</summary>
    public double this[int offer] => _best[offer];

    /// <summary>BM25 of each document against the language version at hand.</summary>
    internal Span<double> Documents => _documents;

    /// <summary>Forgets the need before.</summary>
    internal void Clear()
    {
        Array.Clear(_best);
        _uncommon.ForEach(offer => _isUncommon[offer] = false);
        _uncommon.Clear();
    }

    internal void Raise(int offer, double score) => _best[offer] = Math.Max(_best[offer], score);

    internal void AddUncommon(int offer)
    {
        if (!_isUncommon[offer])
        {
            _isUncommon[offer] = true;
            _uncommon.Add(offer);
        }
    }

    /// <summary>The offers that share an uncommon word with the need, best first, equals by index.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<int> Found(int most)
    {
        var first = new List<int>(most + 1);
        foreach (var offer in _uncommon)
        {
            if (first.Count == most && (most == 0 || !Precedes(offer, first[^1])))
            {
                continue;
            }

            var at = first.Count;
            while (at > 0 && Precedes(offer, first[at - 1]))
            {
                at--;
            }

            first.Insert(at, offer);
            if (first.Count > most)
            {
                first.RemoveAt(most);
            }
        }

        return first;
    }

    private bool Precedes(int left, int right) =>
        _best[left] > _best[right] || (_best[left].Equals(_best[right]) && left < right);
}
