using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class VectorPairTests
{
    [Fact]
    public void A_pair_found_by_words_has_the_same_bits_as_one_found_by_vector()
    {
        var random = new Random(17);
        var (needs, offers) = (Matrix(random, 5), Matrix(random, 7));
        var found = TiledSearch.Search(
            needs, offers, 0, 5,
            new SearchRequest { Accepted = 7, Refused = 1, Eligible = (_, _) => true, Threads = 1 }, TestContext.Current.CancellationToken);

        for (var need = 0; need < 5; need++)
        {
            found.Owners[need].Accepted.Count.ShouldBe(7);
            foreach (var candidate in found.Owners[need].Accepted)
            {
                VectorPair.Nearest(needs, need, offers, candidate.Owner).ShouldBe(candidate);
            }
        }
    }

    // 384 numbers as the model has; owners with one to three vectors, some of them equal so that the first counts.
    private static VectorMatrix Matrix(Random random, int owners) => VectorMatrix.Create(
        384,
        [
            .. Enumerable.Range(0, owners).Select(owner =>
            {
                var first = Enumerable.Range(0, 384).Select(_ => (random.NextSingle() - 0.5f) / 10).ToArray();
                return Enumerable.Range(0, 1 + (owner % 3)).Select(row => row == 1 ? first : [.. first.Select(number => number * 0.9f)]).ToArray();
            }),
        ]);
}
