using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class TiledSearchTests
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Theory]
    [InlineData(1, 1, 8, 1, 5)]
    [InlineData(3, 11, 5, 2, 3)]
    [InlineData(16, 16, 24, 1, 16)]
    [InlineData(17, 33, 40, 3, 7)]
    [InlineData(65, 257, 24, 1, 20)]
    [InlineData(130, 600, 16, 3, 50)]
    [InlineData(9, 40, 384, 2, 400)]
    [InlineData(2, 4, 8, 300, 2)]
    public void Finds_what_the_definition_says(int queries, int passages, int dimensions, int most, int accepted)
    {
        var (left, right) = (Vectors.Random(queries, dimensions, most, 1), Vectors.Random(passages, dimensions, most, 2));
        ShouldBeAsDefined(left, right, dimensions, new SearchRequest
        {
            Accepted = accepted,
            Refused = 4,
            PassageMeans = true,
            Threads = 2,
            Eligible = static (q, p) => (q + p) % 3 != 0,
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Equal_similarities_are_ordered_by_owner(int most)
    {
        var (left, right) = (Vectors.Coarse(70, 4, most, 1), Vectors.Coarse(700, 4, most, 2));
        ShouldBeAsDefined(left, right, 4, new SearchRequest
        {
            Accepted = 9,
            Refused = 6,
            PassageMeans = true,
            Threads = 2,
            Eligible = static (q, p) => (q + p) % 2 != 0,
        });
    }

    [Fact]
    public void Similarities_are_those_of_double_precision()
    {
        var (left, right) = (Vectors.Random(20, 384, 2, 1), Vectors.Random(90, 384, 2, 2));
        var result = TiledSearch.Search(
            Vectors.ToMatrix(left, 384), Vectors.ToMatrix(right, 384), new SearchRequest { Accepted = 90 }, s_none);

        for (var q = 0; q < left.Length; q++)
        {
            result.Owners[q].Accepted.Count.ShouldBe(90);
            foreach (var candidate in result.Owners[q].Accepted)
            {
                var exact = left[q].Max(a => right[candidate.Owner].Max(b => Vectors.Exact(a, b)));
                ((double)candidate.Similarity).ShouldBe(exact, 384 * Math.Pow(2, -25));
            }
        }
    }

    [Theory]
    [InlineData(nameof(DotInstructions.Vector512))]
    [InlineData(nameof(DotInstructions.Vector256))]
    [InlineData(nameof(DotInstructions.Portable))]
    public void Threads_and_instructions_change_no_bit(string instructions)
    {
        var kind = DotKernelTests.Supported(instructions);
        var queries = Vectors.ToMatrix(Vectors.Random(150, 48, 2, 1), 48);
        var passages = Vectors.ToMatrix(Vectors.Random(400, 48, 3, 2), 48);
        var request = new SearchRequest { Accepted = 12, PassageMeans = true, Threads = 1, Instructions = DotInstructions.Portable };
        var expected = TiledSearch.Search(queries, passages, request, s_none);

        foreach (var threads in new[] { 1, 2, 5 })
        {
            var actual = TiledSearch.Search(
                queries, passages, request with { Threads = threads, Instructions = kind }, s_none);
            SearchAssert.Same(actual, expected);
            SearchAssert.Bits(actual.PassageMeans!).ShouldBe(SearchAssert.Bits(expected.PassageMeans!));
        }
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(0, 1)]
    [InlineData(13, 77)]
    [InlineData(199, 1)]
    [InlineData(200, 0)]
    public void A_range_has_the_bits_of_the_whole(int first, int count)
    {
        var queries = Vectors.ToMatrix(Vectors.Random(200, 40, 3, 1), 40);
        var passages = Vectors.ToMatrix(Vectors.Random(500, 40, 3, 2), 40);
        var request = new SearchRequest { Accepted = 15, Threads = 2, Eligible = static (q, p) => (q ^ p) % 5 != 0 };

        var range = TiledSearch.Search(queries, passages, first, count, request, s_none);

        range.Owners.Count.ShouldBe(count);
        SearchAssert.Same(range, TiledSearch.Search(queries, passages, request, s_none));
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(5, 50)]
    [InlineData(2, 10_000)]
    public void One_query_finds_what_it_finds_among_all(int most, int owners)
    {
        var queries = Vectors.ToMatrix(Vectors.Random(5, 8, most, 1), 8);
        var passages = Vectors.ToMatrix(Vectors.Random(owners, 8, most, 2), 8);
        var request = new SearchRequest { Accepted = 15, Refused = 5, Threads = 3, Eligible = static (q, p) => (q + p) % 4 != 0 };
        var expected = TiledSearch.Search(queries, passages, request, s_none);

        for (var owner = 0; owner < queries.Owners; owner++)
        {
            SearchAssert.Same(TiledSearch.SearchOne(queries, owner, passages, request, s_none), expected.Owners[owner]);
        }
    }

    [Fact]
    public void Neighbourhoods_are_those_of_a_search()
    {
        var queries = Vectors.ToMatrix(Vectors.Random(120, 24, 2, 1), 24);
        var passages = Vectors.ToMatrix(Vectors.Random(300, 24, 2, 2), 24);
        var search = TiledSearch.Search(queries, passages, new SearchRequest { PassageMeans = true }, s_none);

        var means = TiledSearch.MeasureNeighbourhoods(queries, passages, 2, s_none);

        means.Queries.ShouldBe(search.Owners.Select(owner => owner.NeighbourhoodMean));
        means.Passages.ShouldBe(search.PassageMeans);
    }

    [Fact]
    public void Eligibility_is_asked_only_about_what_would_enter()
    {
        var queries = Vectors.ToMatrix([[[1f]]], 1);
        var passages = Vectors.ToMatrix([.. Enumerable.Range(0, 1000).Select(i => new[] { new[] { 1000f - i } })], 1);
        var asked = 0;

        TiledSearch.Search(
            queries, passages, new SearchRequest { Accepted = 7, Threads = 1, Eligible = (_, _) => ++asked > 0 }, s_none);

        asked.ShouldBe(7);
    }

    [Fact]
    public void Where_nothing_is_eligible_the_nearest_are_listed_as_refused()
    {
        var queries = Vectors.ToMatrix(Vectors.Random(3, 8, 1, 1), 8);
        var passages = Vectors.ToMatrix(Vectors.Random(100, 8, 1, 2), 8);
        var open = TiledSearch.Search(queries, passages, new SearchRequest { Accepted = 10 }, s_none);

        var closed = TiledSearch.Search(
            queries, passages, new SearchRequest { Accepted = 50, Refused = 10, Eligible = static (_, _) => false }, s_none);

        for (var q = 0; q < 3; q++)
        {
            closed.Owners[q].Accepted.ShouldBeEmpty();
            closed.Owners[q].Refused.ShouldBe(open.Owners[q].Accepted);
        }
    }

    [Fact]
    public void Without_passages_nothing_is_found()
    {
        var queries = Vectors.ToMatrix(Vectors.Random(3, 8, 1, 1), 8);
        var empty = Vectors.ToMatrix([], 8);
        var request = new SearchRequest { PassageMeans = true };

        var result = TiledSearch.Search(queries, empty, request, s_none);

        result.Owners.Count.ShouldBe(3);
        result.Owners.ShouldAllBe(owner => owner.Accepted.Count == 0 && owner.NeighbourhoodMean.Equals(0f));
        result.PassageMeans.ShouldBeEmpty();
        TiledSearch.SearchOne(queries, 0, empty, request, s_none).Accepted.ShouldBeEmpty();
    }

    [Fact]
    public void Without_queries_passages_have_no_neighbours()
    {
        var result = TiledSearch.Search(
            Vectors.ToMatrix([], 8), Vectors.ToMatrix(Vectors.Random(3, 8, 1, 1), 8),
            new SearchRequest { PassageMeans = true }, s_none);

        result.Owners.ShouldBeEmpty();
        result.PassageMeans.ShouldBe([0f, 0f, 0f]);
    }

    [Fact]
    public void A_search_that_is_cancelled_stops()
    {
        var queries = Vectors.ToMatrix(Vectors.Random(300, 8, 1, 1), 8);
        var passages = Vectors.ToMatrix(Vectors.Random(3000, 8, 1, 2), 8);
        using var cancellation = new CancellationTokenSource();
        var request = new SearchRequest
        {
            Threads = 2,
            Eligible = (_, _) =>
            {
                cancellation.Cancel();
                return true;
            },
        };

        Should.Throw<OperationCanceledException>(() => TiledSearch.Search(queries, passages, request, cancellation.Token));
        Should.Throw<OperationCanceledException>(
            () => TiledSearch.SearchOne(queries, 0, passages, request, cancellation.Token));
    }

    [Fact]
    public void Matrices_of_different_dimensions_are_refused() =>
        Should.Throw<ArgumentException>(() => TiledSearch.Search(
            Vectors.ToMatrix([[[1f]]], 1), Vectors.ToMatrix([[[1f, 2f]]], 2), new SearchRequest(), s_none))
            .Message.ShouldContain("dimensions");

    [Fact]
    public void A_range_outside_is_refused()
    {
        var matrix = Vectors.ToMatrix([[[1f]]], 1);

        Should.Throw<ArgumentOutOfRangeException>(() => TiledSearch.Search(matrix, matrix, 1, 1, new SearchRequest(), s_none));
        Should.Throw<ArgumentOutOfRangeException>(() => TiledSearch.SearchOne(matrix, 1, matrix, new SearchRequest(), s_none));
    }

    private static void ShouldBeAsDefined(float[][][] left, float[][][] right, int dimensions, SearchRequest request)
    {
        var expected = PlainSearch.Search(left, right, request);
        var actual = TiledSearch.Search(
            Vectors.ToMatrix(left, dimensions), Vectors.ToMatrix(right, dimensions), request, s_none);

        actual.Owners.Count.ShouldBe(left.Length);
        SearchAssert.Same(actual, expected);
        SearchAssert.Bits(actual.PassageMeans!).ShouldBe(SearchAssert.Bits(expected.PassageMeans!));
    }
}
