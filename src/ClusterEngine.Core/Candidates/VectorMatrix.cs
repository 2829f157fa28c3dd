using System.Globalization;

namespace ClusterEngine.Core.Candidates;

/// <summary>The vectors of many owners (facets) in one pinned, 64-byte aligned block. An owner has one row or more:
/// one for each language version and window; its rows stand together, owners in ascending order.</summary>
/// <remarks>Rows are stored in panels of 16, each panel dimension by dimension: the 16 first numbers, then the 16
/// second ones. So one vector instruction works on 16 rows, each row in a lane of its own, and a dot product is
/// summed in the order of the dimensions whatever the width of the instruction. The block ends with three
/// panels of zeros, so that a kernel may read up to four panels at a time without an edge case.</remarks>
public sealed class VectorMatrix
{
    internal const int PanelRows = 16;
    private const int SparePanels = 3;
    private readonly AlignedFloats _block;
    private readonly int[] _ownerOfRow;
    private readonly int[] _rowStarts;

    private VectorMatrix(int dimensions, int[] rowStarts, int[] ownerOfRow)
    {
        Dimensions = dimensions;
        PaddedDimensions = (dimensions + 7) & ~7;
        _rowStarts = rowStarts;
        _ownerOfRow = ownerOfRow;
        var panels = ((Rows + PanelRows - 1) / PanelRows) + SparePanels;
        _block = new AlignedFloats(checked(panels * PanelFloats));
    }

    /// <summary>How many vectors there are.</summary>
    public int Rows => _ownerOfRow.Length;

    /// <summary>How many owners there are; they are numbered from 0.</summary>
    public int Owners => _rowStarts.Length - 1;

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary><see cref="Dimensions"/> rounded up to a multiple of 8; the numbers added are zero.</summary>
    internal int PaddedDimensions { get; }

    /// <summary>Numbers in a panel.</summary>
    internal int PanelFloats => PanelRows * PaddedDimensions;

    /// <summary>Copies vectors into a matrix.</summary>
    /// <param name="dimensions">Numbers in each vector, at least 1.</param>
    /// <param name="owners">For each owner its vectors: at least one, unit length for cosines.</param>
    /// <exception cref="ArgumentException">An owner without a vector, a vector of another length, or a number that is
    /// not finite.</exception>
    public static VectorMatrix Create(int dimensions, IReadOnlyList<IReadOnlyList<float[]>> owners)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentNullException.ThrowIfNull(owners);
        var rowStarts = new int[owners.Count + 1];
        for (var owner = 0; owner < owners.Count; owner++)
        {
            if (owners[owner].Count == 0)
            {
                throw new ArgumentException(Text($"Owner {owner} has no vector."), nameof(owners));
            }

            rowStarts[owner + 1] = checked(rowStarts[owner] + owners[owner].Count);
        }

        var ownerOfRow = new int[rowStarts[^1]];
        var matrix = new VectorMatrix(dimensions, rowStarts, ownerOfRow);
        for (var owner = 0; owner < owners.Count; owner++)
        {
            for (var i = 0; i < owners[owner].Count; i++)
            {
                ownerOfRow[rowStarts[owner] + i] = owner;
                matrix.Write(rowStarts[owner] + i, owners[owner][i]);
            }
        }

        return matrix;
    }

    /// <summary>The owner of a row.</summary>
    public int Owner(int row) => _ownerOfRow[row];

    /// <summary>The first row of an owner; for <see cref="Owners"/>: the number of rows.</summary>
    public int FirstRow(int owner) => _rowStarts[owner];

    /// <summary>Copies a row out.</summary>
    /// <param name="row">Which.</param>
    /// <param name="destination">At least <see cref="Dimensions"/> long.</param>
    public void CopyRow(int row, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        var block = _block.Span;
        var at = Offset(row);
        for (var i = 0; i < Dimensions; i++, at += PanelRows)
        {
            destination[i] = block[at];
        }
    }

    /// <summary>The first number of a panel; the reference is 64-byte aligned and does not move.</summary>
    internal ref float Panel(int panel) => ref _block[panel * PanelFloats];

    /// <summary>The owner of each row.</summary>
    internal ReadOnlySpan<int> OwnerOfRow => _ownerOfRow;

    /// <summary>The first row of each owner, and at the end the number of rows.</summary>
    internal ReadOnlySpan<int> RowStarts => _rowStarts;

    private void Write(int row, ReadOnlySpan<float> vector)
    {
        if (vector.Length != Dimensions)
        {
            throw new ArgumentException(
                Text($"Row {row} has {vector.Length} numbers, expected {Dimensions}."), nameof(vector));
        }

        var block = _block.Span;
        var at = Offset(row);
        foreach (var number in vector)
        {
            if (!float.IsFinite(number))
            {
                throw new ArgumentException(Text($"Row {row} holds a number that is not finite."), nameof(vector));
            }

            block[at] = number;
            at += PanelRows;
        }
    }

    private int Offset(int row) => (row / PanelRows * PanelFloats) + (row % PanelRows);

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
