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
    private readonly List<Posting>[] _postings;
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
        _postings = new List<Posting>[_terms.Count];
        for (var document = 0; document < offerTexts.Length; document++)
        {
            foreach (var (term, count) in offerTexts[document].words)
            {
                (_postings[term] ??= []).Add(new Posting(document, count));
            }
        }
    }

    /// <summary>How much a need's words say, the sum of their rarity: the longest of its language versions.</summary>
    public double RarityMass(int need) => _needs[need].Select(words => words.Sum(word => _rarity[word.Term])).DefaultIfEmpty(0).Max();

    /// <summary>b̃ of a need against every offer: min(1, BM25(n, o) / BM25(n, n)), the best over language versions.</summary>
    /// <returns>One value for each offer, 0 to 1, and the offers that share an uncommon word, best first.</returns>
    public (double[] Scores, IReadOnlyList<int> Found) Score(int need)
    {
        var best = new double[_offers];
        var uncommon = new HashSet<int>();
        var scores = new double[_ownerOfDocument.Length];
        foreach (var words in _needs[need])
        {
            Array.Clear(scores);
            var own = 0.0;
            var norm = Norm(Length(words));
            foreach (var (term, count) in words)
            {
                own += _rarity[term] * Saturation(count, norm);
                var postings = _postings[term] ?? [];
                foreach (var posting in postings)
                {
                    scores[posting.Document] += _rarity[term] * Saturation(posting.Count, _documentNorm[posting.Document]);
                    if (postings.Count <= Math.Max(20, CommonShare * _ownerOfDocument.Length))
                    {
                        uncommon.Add(_ownerOfDocument[posting.Document]);
                    }
                }
            }

            for (var document = 0; own > 0 && document < scores.Length; document++)
            {
                var offer = _ownerOfDocument[document];
                best[offer] = Math.Max(best[offer], Math.Min(1, scores[document] / own));
            }
        }

        return (best, [.. uncommon.OrderByDescending(offer => best[offer]).ThenBy(offer => offer)]);
    }

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

    private readonly record struct Posting(int Document, int Count);
}
