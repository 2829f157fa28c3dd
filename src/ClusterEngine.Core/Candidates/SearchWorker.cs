using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ClusterEngine.Core.Candidates;

/// <summary>One thread's part of a search: multiplies tiles and keeps what is large enough. It meets passage owners
/// in ascending order.</summary>
internal sealed class SearchWorker
{
    private const int Lanes = VectorMatrix.PanelRows;
    private readonly VectorMatrix _queries;
    private readonly VectorMatrix _passages;
    private readonly SearchRequest _request;
    private readonly TopList[] _accepted;
    private readonly TopList[] _refused;
    private readonly NeighbourhoodLists _ofQueries;
    private readonly int _stride;
    private readonly AlignedFloats _products; // query rows of a tile × passage rows of a tile
    private readonly AlignedFloats _best; // for each passage row the largest over one owner's query rows
    private readonly AlignedFloats _passageLeast; // for each passage row what its owner's neighbourhood asks
    private int _firstQueryOwner;

    /// <summary>Makes room for the largest tiles.</summary>
    /// <param name="queries">The query matrix.</param>
    /// <param name="passages">The passage matrix.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="queryOwners">Query owners at a time, at most.</param>
    /// <param name="queryRows">Query rows in a tile, at most.</param>
    /// <param name="passageRows">Passage rows in a tile, at most.</param>
    public SearchWorker(
        VectorMatrix queries, VectorMatrix passages, SearchRequest request, int queryOwners, int queryRows, int passageRows)
    {
        (_queries, _passages, _request) = (queries, passages, request);
        _stride = RoundUp(passageRows + Lanes, 4 * Lanes);
        _products = new AlignedFloats(checked(RoundUp(queryRows + DotKernel.BlockRows, DotKernel.BlockRows) * _stride));
        _best = new AlignedFloats(_stride);
        _accepted = NewLists(queryOwners, request.Accepted);
        _refused = NewLists(queryOwners, request.Refused);
        _ofQueries = new NeighbourhoodLists(queryOwners);
        OfPassages = request.PassageMeans ? new NeighbourhoodLists(passages.Owners) : null;
        _passageLeast = new AlignedFloats(request.PassageMeans ? passages.Rows + Lanes : _stride);
        _passageLeast.Span.Fill(request.PassageMeans ? float.NegativeInfinity : float.PositiveInfinity);
    }

    /// <summary>The neighbourhoods of the passage owners, over all query owners that this worker met; null: not asked for.</summary>
    public NeighbourhoodLists? OfPassages { get; }

    /// <summary>Begins with other query owners; forgets what the ones before found.</summary>
    public void Begin(int firstQueryOwner)
    {
        _firstQueryOwner = firstQueryOwner;
        Array.ForEach(_accepted, static list => list.Clear());
        Array.ForEach(_refused, static list => list.Clear());
        _ofQueries.Clear();
    }

    /// <summary>Takes a tile of queries against a tile of passages.</summary>
    public void Search(Tile query, Tile passage)
    {
        Multiply(query, passage);
        for (var owner = query.FirstOwner; owner < query.EndOwner; owner++)
        {
            var first = _queries.FirstRow(owner) - QueryBase(query);
            var rows = _queries.FirstRow(owner + 1) - _queries.FirstRow(owner);
            ref var scores = ref rows == 1 ? ref _products[first * _stride] : ref Largest(first, rows);
            Scan(owner, new Scores(query, passage, first, rows), ref scores);
        }
    }

    /// <summary>The lists that a query owner has by now.</summary>
    public (TopList Accepted, TopList Refused) Lists(int queryOwner) =>
        (_accepted[queryOwner - _firstQueryOwner], _refused[queryOwner - _firstQueryOwner]);

    /// <summary>The neighbourhoods of the query owners, counted from the first.</summary>
    public NeighbourhoodLists OfQueries => _ofQueries;

    private static TopList[] NewLists(int count, int capacity)
    {
        var lists = new TopList[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = new TopList(capacity);
        }

        return lists;
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static int QueryBase(Tile query) => query.FirstRow & ~(DotKernel.BlockRows - 1);

    private static int PassageBase(Tile passage) => passage.FirstRow & ~(Lanes - 1);

    private void Multiply(Tile query, Tile passage)
    {
        var firstPanel = passage.FirstRow / Lanes;
        var panels = ((passage.EndRow + Lanes - 1) / Lanes) - firstPanel;
        ref var passages = ref _passages.Panel(firstPanel);
        var first = QueryBase(query);
        for (var row = first; row < query.EndRow; row += DotKernel.BlockRows)
        {
            ref var lanes = ref Unsafe.Add(ref _queries.Panel(row / Lanes), row % Lanes);
            if (query.EndRow - query.FirstRow > 2)
            {
                DotKernel.Block(
                    _request.Instructions, ref lanes, ref passages, panels, _passages.PaddedDimensions,
                    ref _products[(row - first) * _stride], _stride);
                continue;
            }

            for (var single = Math.Max(row, query.FirstRow); single < Math.Min(row + DotKernel.BlockRows, query.EndRow); single++)
            {
                DotKernel.Row(
                    _request.Instructions, ref Unsafe.Add(ref lanes, single - row), ref passages, panels,
                    _passages.PaddedDimensions, ref _products[(single - first) * _stride]);
            }
        }
    }

    private ref float Largest(int first, int rows)
    {
        ref var top = ref _products[first * _stride];
        ref var best = ref _best[0];
        for (var at = 0; at < _stride; at += Lanes)
        {
            var largest = Vector512.LoadUnsafe(ref top, (nuint)at);
            for (var row = 1; row < rows; row++)
            {
                largest = Vector512.MaxNative(largest, Vector512.LoadUnsafe(ref top, (nuint)((row * _stride) + at)));
            }

            largest.StoreUnsafe(ref best, (nuint)at);
        }

        return ref best;
    }

    /// <summary>Looks for scores that exceed what the query's lists, or the passage's neighbourhood, ask for. Owners
    /// come in ascending order, so an equal score never displaces one that is there, and "greater" is enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(int queryOwner, in Scores scores, ref float first)
    {
        var baseRow = PassageBase(scores.Passage);
        var start = scores.Passage.FirstRow - baseRow;
        var end = scores.Passage.EndRow - baseRow;
        ref var least = ref _passageLeast[OfPassages is null ? 0 : baseRow];
        var asked = Vector512.Create(Asked(queryOwner));
        for (var at = 0; at < end; at += Lanes)
        {
            var limit = Vector512.MinNative(asked, Vector512.LoadUnsafe(ref least, (nuint)at));
            var hits = Vector512.GreaterThan(Vector512.LoadUnsafe(ref first, (nuint)at), limit).ExtractMostSignificantBits();
            if (hits == 0)
            {
                continue;
            }

            for (; hits != 0; hits &= hits - 1)
            {
                var column = at + BitOperations.TrailingZeroCount(hits);
                if (column >= start && column < end)
                {
                    Take(queryOwner, scores, ref first, baseRow, column);
                }
            }

            asked = Vector512.Create(Asked(queryOwner));
        }
    }

    private float Asked(int queryOwner)
    {
        var index = queryOwner - _firstQueryOwner;
        return Math.Min(_accepted[index].Least, _ofQueries.Least(index));
    }

    private void Take(int queryOwner, in Scores scores, ref float first, int baseRow, int column)
    {
        var score = Unsafe.Add(ref first, column);
        var owner = _passages.OwnerOfRow[baseRow + column];
        var start = _passages.RowStarts[owner];
        var end = _passages.RowStarts[owner + 1];
        for (var row = start; end - start > 1 && row < end; row++)
        {
            var other = Unsafe.Add(ref first, row - baseRow);
            if (other > score || (other == score && row - baseRow < column))
            {
                return; // the owner is taken at that row
            }
        }

        var index = queryOwner - _firstQueryOwner;
        _ofQueries.Add(index, score);
        if (OfPassages is not null && score > OfPassages.Least(owner))
        {
            OfPassages.Add(owner, score);
            _passageLeast.Span[start..end].Fill(OfPassages.Least(owner));
        }

        if (!(score > _accepted[index].Least))
        {
            return;
        }

        var eligible = _request.Eligible is null || _request.Eligible(queryOwner, owner);
        var list = eligible ? _accepted[index] : _refused[index];
        if (score > list.Least)
        {
            list.Add(new Candidate(owner, score, QueryRow(scores, column, score), baseRow + column));
        }
    }

    private int QueryRow(in Scores scores, int column, float score)
    {
        var row = scores.FirstProduct;
        while (row < scores.FirstProduct + scores.Rows - 1 && !_products[(row * _stride) + column].Equals(score))
        {
            row++;
        }

        return QueryBase(scores.Query) + row;
    }

    /// <summary>Where the scores of one query owner stand.</summary>
    private readonly record struct Scores(Tile Query, Tile Passage, int FirstProduct, int Rows);
}
