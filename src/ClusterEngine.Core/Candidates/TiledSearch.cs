using System.Globalization;

namespace ClusterEngine.Core.Candidates;

/// <summary>Exact search: all pairs of two matrices, tile by tile. Gives the same bits whatever the number of threads,
/// the range, the tiles and the machine.</summary>
/// <remarks>Threads share the queries out in stripes of a few tiles. A stripe goes through all passages; a tile of
/// passages (256 rows × 1.5 KB = 384 KB at 384 dimensions) stays in the second-level cache (1 MB or more) while
/// the stripe's query tiles (98 KB each) pass over it.</remarks>
internal static class TiledSearch
{
    private const int QueryTileRows = 64;
    private const int PassageTileRows = 256;
    private const int TilesInStripe = 4;
    private const int RowsWorthAThread = 4096; // 6 MB, some 0.3 ms: less is not worth waking a thread
    private const int PassageAlignment = 2 * VectorMatrix.PanelRows;

    /// <summary>Searches for all query owners.</summary>
    /// <exception cref="ArgumentException">The matrices have different dimensions.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SearchResult Search(
        VectorMatrix queries, VectorMatrix passages, SearchRequest request, CancellationToken cancellationToken) =>
        Search(queries, passages, 0, queries.Owners, request, cancellationToken);

    /// <summary>Searches for query owners [first, first + count).</summary>
    /// <exception cref="ArgumentException">The matrices have different dimensions, or there are no such owners.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SearchResult Search(
        VectorMatrix queries, VectorMatrix passages, int first, int count, SearchRequest request,
        CancellationToken cancellationToken)
    {
        Check(queries, passages, request);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, queries.Owners - first);
        cancellationToken.ThrowIfCancellationRequested();

        var rows = queries.FirstRow(first + count) - queries.FirstRow(first);
        var tileRows = Math.Clamp(rows / (4 * request.Threads), DotKernel.BlockRows, QueryTileRows);
        var tiles = Tile.Cut(queries, first, first + count, tileRows, DotKernel.BlockRows);
        var perStripe = Math.Clamp(tiles.Count / (16 * request.Threads), 1, TilesInStripe);
        var stripes = tiles.Chunk(perStripe).ToList();
        var passageTiles = Tile.Cut(passages, 0, passages.Owners, PassageTileRows, PassageAlignment);
        var widest = stripes.Select(stripe => stripe[^1].EndOwner - stripe[0].FirstOwner).DefaultIfEmpty().Max();

        var found = new OwnerCandidates[count];
        var ofPassages = request.PassageMeans ? new NeighbourhoodLists(passages.Owners) : null;
        var taken = -1; // stripes are taken one by one, so that no thread is left with several at the end
        Parallel.For(0, Math.Min(request.Threads, stripes.Count), Options(request.Threads, cancellationToken), _ =>
        {
            var worker = new SearchWorker(queries, passages, request, widest, MostRows(tiles), MostRows(passageTiles));
            for (var index = Interlocked.Increment(ref taken); index < stripes.Count; index = Interlocked.Increment(ref taken))
            {
                SearchStripe(worker, stripes[index], passageTiles, cancellationToken);
                Collect(worker, stripes[index], found.AsSpan(stripes[index][0].FirstOwner - first));
            }

            if (ofPassages is not null)
            {
                lock (ofPassages)
                {
                    ofPassages.Merge(worker.OfPassages!);
                }
            }
        });
        return new SearchResult(first, found, ofPassages?.Means());
    }

    /// <summary>Measures r₁₀ of both sides over all pairs.</summary>
    /// <exception cref="ArgumentException">The matrices have different dimensions.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NeighbourhoodMeans MeasureNeighbourhoods(
        VectorMatrix queries, VectorMatrix passages, int threads, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Accepted = 0, Refused = 0, PassageMeans = true, Threads = threads };
        var result = Search(queries, passages, request, cancellationToken);
        return new NeighbourhoodMeans([.. result.Owners.Select(owner => owner.NeighbourhoodMean)], result.PassageMeans!);
    }

    /// <summary>Searches for one query owner, which reads all passages once and is bound by memory. Threads share the
    /// passages out; the result is that of <see cref="Search(VectorMatrix, VectorMatrix, SearchRequest, CancellationToken)"/>.</summary>
    /// <exception cref="ArgumentException">The matrices have different dimensions, or there is no such owner.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static OwnerCandidates SearchOne(
        VectorMatrix queries, int owner, VectorMatrix passages, SearchRequest request, CancellationToken cancellationToken)
    {
        request = request with { PassageMeans = false };
        Check(queries, passages, request);
        ArgumentOutOfRangeException.ThrowIfNegative(owner);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(owner, queries.Owners);
        cancellationToken.ThrowIfCancellationRequested();

        var stripe = Tile.Cut(queries, owner, owner + 1, 1, 1);
        var tiles = Tile.Cut(passages, 0, passages.Owners, PassageTileRows, PassageAlignment);
        var parts = Math.Clamp(passages.Rows / RowsWorthAThread, 1, request.Threads);
        var workers = new SearchWorker[parts];
        Parallel.For(0, parts, Options(request.Threads, cancellationToken), part =>
        {
            workers[part] = new SearchWorker(queries, passages, request, 1, MostRows(stripe), MostRows(tiles));
            workers[part].Begin(owner);
            var (from, to) = (tiles.Count * part / parts, tiles.Count * (part + 1) / parts);
            foreach (var tile in tiles[from..to])
            {
                cancellationToken.ThrowIfCancellationRequested();
                workers[part].Search(stripe[0], tile);
            }
        });

        var (accepted, refused) = workers[0].Lists(owner);
        foreach (var worker in workers.Skip(1))
        {
            Array.ForEach(worker.Lists(owner).Accepted.ToSortedArray(), candidate => accepted.Add(candidate));
            Array.ForEach(worker.Lists(owner).Refused.ToSortedArray(), candidate => refused.Add(candidate));
            workers[0].OfQueries.Merge(worker.OfQueries);
        }

        return Finish(accepted, refused, workers[0].OfQueries.Mean(0));
    }

    private static void SearchStripe(
        SearchWorker worker, Tile[] stripe, List<Tile> passageTiles, CancellationToken cancellationToken)
    {
        worker.Begin(stripe[0].FirstOwner);
        foreach (var passage in passageTiles)
        {
            foreach (var query in stripe)
            {
                cancellationToken.ThrowIfCancellationRequested();
                worker.Search(query, passage);
            }
        }
    }

    private static void Collect(SearchWorker worker, Tile[] stripe, Span<OwnerCandidates> found)
    {
        var first = stripe[0].FirstOwner;
        for (var owner = first; owner < stripe[^1].EndOwner; owner++)
        {
            var (accepted, refused) = worker.Lists(owner);
            found[owner - first] = Finish(accepted, refused, worker.OfQueries.Mean(owner - first));
        }
    }

    /// <summary>What was refused while the list of accepted ones was filling is dropped where it turned out to be less
    /// similar than all of them; so the outcome does not depend on what came first.</summary>
    private static OwnerCandidates Finish(TopList accepted, TopList refused, float mean)
    {
        var best = accepted.ToSortedArray();
        var others = refused.ToSortedArray();
        if (accepted.IsFull && best.Length > 0)
        {
            others = Array.FindAll(others, candidate => candidate.Precedes(best[^1]));
        }

        return new OwnerCandidates(best, others, mean);
    }

    private static void Check(VectorMatrix queries, VectorMatrix passages, SearchRequest request)
    {
        if (queries.Dimensions != passages.Dimensions)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Queries have {queries.Dimensions} dimensions, passages {passages.Dimensions}."),
                nameof(passages));
        }

        if (request.Accepted < 0 || request.Refused < 0 || request.Threads < 1)
        {
            throw new ArgumentException("Counts of a request are negative, or it has no thread.", nameof(request));
        }
    }

    private static int MostRows(List<Tile> tiles) => tiles.Select(tile => tile.EndRow - tile.FirstRow).DefaultIfEmpty().Max();

    private static ParallelOptions Options(int threads, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
}
