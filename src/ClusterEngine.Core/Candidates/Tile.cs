namespace ClusterEngine.Core.Candidates;

/// <summary>Rows of a matrix that are worked on together: all rows of some adjacent owners.</summary>
/// <param name="FirstOwner">The first owner.</param>
/// <param name="EndOwner">The first owner that no longer belongs to it.</param>
/// <param name="FirstRow">The first row of the first owner.</param>
/// <param name="EndRow">The first row that no longer belongs to it.</param>
internal readonly record struct Tile(int FirstOwner, int EndOwner, int FirstRow, int EndRow)
{
    /// <summary>Cuts owners [first, end) into tiles that never part an owner's rows.</summary>
    /// <param name="matrix">Whose rows.</param>
    /// <param name="first">The first owner.</param>
    /// <param name="end">The first owner that is left out.</param>
    /// <param name="rows">Rows in a tile, at most, unless one owner has more.</param>
    /// <param name="alignment">Tiles end at multiples of this where an owner does, so that few rows are computed twice.</param>
    public static List<Tile> Cut(VectorMatrix matrix, int first, int end, int rows, int alignment)
    {
        var starts = matrix.RowStarts;
        var tiles = new List<Tile>();
        for (var owner = first; owner < end;)
        {
            var limit = starts[owner] + rows;
            var next = limit >= starts[end] ? end : Math.Max(owner + 1, matrix.Owner(limit));
            if (next < end)
            {
                next = Aligned(starts, owner, next, alignment);
            }

            tiles.Add(new Tile(owner, next, starts[owner], starts[next]));
            owner = next;
        }

        return tiles;
    }

    private static int Aligned(ReadOnlySpan<int> starts, int owner, int next, int alignment)
    {
        for (var earlier = next; earlier > owner && starts[next] - starts[earlier] < alignment; earlier--)
        {
            if (starts[earlier] % alignment == 0)
            {
                return earlier;
            }
        }

        return next;
    }
}
