using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Candidates;

/// <summary>BM25 of needs against offers (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", with
/// k₁ 1.2 and b 0.75 as they recommend). A document is one language version of an offer; rarity is counted over
/// the versions of all needs and offers, so that a need's own words have one too.</summary>
internal sealed class WordIndex
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    // A word in more than every tenth document finds nobody; it still counts when a pair is scored.
    private const double CommonShare = 0.1;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly double[] _rarity;
    private readonly Posting[][] _postings;
    private readonly double[] _documentNorm;
    private readonly int[] _ownerOfDocument;
    private readonly double _averageLength;
    private readonly int _documents;
    private readonly (int Term, int Count)[][][] _needs;
    private readonly int _offers;

    public WordIndex(Corpus corpus)
    {
        var needTexts = corpus.Needs.Select(need => Versions(need.Need.Text.Versions())).ToArray();
        var offerTexts = corpus.Offers.SelectMany(
            offer => Versions(offer.Offer.Text.Versions()), (offer, words) => (offer.Index, words)).ToArray();
        _offers = corpus.Offers.Count;
        _needs = needTexts;
        var frequencies = new int[_terms.Count];
        foreach (var version in needTexts.SelectMany(versions => versions).Concat(offerTexts.Select(offer => offer.words)))
        {
            foreach (var (term, _) in version)
            {
                frequencies[term]++;
            }
        }

        _documents = needTexts.Sum(versions => versions.Length) + offerTexts.Length;
        _rarity = [.. frequencies.Select(count => Math.Log(1 + ((_documents - count + 0.5) / (count + 0.5))))];
        _averageLength = offerTexts.Length == 0 ? 1 : offerTexts.Average(offer => (double)Length(offer.words));
        _ownerOfDocument = [.. offerTexts.Select(offer => offer.Index)];
        _documentNorm = [.. offerTexts.Select(offer => Norm(Length(offer.words)))];
        var postings = new List<Posting>?[_terms.Count];
        for (var document = 0; document < offerTexts.Length; document++)
        {
            foreach (var (term, count) in offerTexts[document].words)
            {
                (postings[term] ??= []).Add(new Posting(document, _rarity[term] * Saturation(count, _documentNorm[document])));
            }
        }

        _postings = Array.ConvertAll(postings, list => list?.ToArray() ?? []);
    }

    /// <summary>How much a need's words say, the sum of their rarity: the longest of its language versions.</summary>
    public double RarityMass(int need) => _needs[need].Select(words => words.Sum(word => _rarity[word.Term])).DefaultIfEmpty(0).Max();

    /// <summary>b̃ of a need against every offer: min(1, BM25(n, o) / BM25(n, n)), the best over language versions.</summary>
    /// <param name="need">The need's index.</param>
    /// <param name="scores">Given the result; from <see cref="NewScores"/>.</param>
    public void Score(int need, WordScores scores)
    {
        scores.Clear();
        var documents = scores.Documents;
        foreach (var words in _needs[need])
        {
            documents.Clear();
            var own = 0.0;
            var norm = Norm(Length(words));
            foreach (var (term, count) in words)
            {
                own += _rarity[term] * Saturation(count, norm);
                var postings = _postings[term];
                foreach (var posting in postings)
                {
                    documents[posting.Document] += posting.Weight;
                }

                if (postings.Length <= Math.Max(20, CommonShare * _ownerOfDocument.Length))
                {
                    Array.ForEach(postings, posting => scores.AddUncommon(_ownerOfDocument[posting.Document]));
                }
            }

            for (var document = 0; document < documents.Length; document++)
            {
                if (documents[document] > 0)
                {
                    scores.Raise(_ownerOfDocument[document], Math.Min(1, documents[document] / own));
                }
            }
        }
    }

    /// <summary>Room for the scores of one need at a time.</summary>
    public WordScores NewScores() => new(_ownerOfDocument.Length, _offers);

    private static double Saturation(int count, double norm) => count * (K1 + 1) / (count + norm);

    private double Norm(int length) => K1 * (1 - B + (B * length / _averageLength));

    private static int Length((int Term, int Count)[] words) => words.Sum(word => word.Count);

    private (int Term, int Count)[][] Versions(IEnumerable<(string Language, string Text)> versions) =>
        [.. versions.Select(version => Count(PlainWords.Of(version.Text)))];

    // Terms in the order in which they first occur, so that sums are added in one order anywhere.
    private (int Term, int Count)[] Count(IReadOnlyList<string> words)
    {
        var counts = new Dictionary<int, int>();
        var order = new List<int>();
        foreach (var word in words)
        {
            if (!_terms.TryGetValue(word, out var term))
            {
                _terms.Add(word, term = _terms.Count);
            }

            if (!counts.TryAdd(term, 1))
            {
                counts[term]++;
            }
            else
            {
                order.Add(term);
            }
        }

        return [.. order.Select(term => (term, counts[term]))];
    }

    /// <param name="Document">A document that has the term.</param>
    /// <param name="Weight">What the term adds to its BM25.</param>
    private readonly record struct Posting(int Document, double Weight);
}
