using System.Runtime.InteropServices;

namespace ClusterEngine.Core.Candidates;

/// <summary>Floats, zero at first, that begin on a 64-byte boundary (a cache line, and the widest register) and do
/// not move. The garbage collector owns them, so there is nothing to free and nothing to use after it was freed.</summary>
internal sealed class AlignedFloats
{
    private const int Alignment = 64;
    private readonly float[] _block;
    private readonly int _first;

    /// <summary>That many floats.</summary>
    public AlignedFloats(int length)
    {
        Length = length;
        _block = GC.AllocateArray<float>(checked(length + (Alignment / sizeof(float))), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_block, 0);
        _first = (int)((-address & (Alignment - 1)) / sizeof(float));
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public Span<float> Span => _block.AsSpan(_first, Length);

    /// <summary>One of them.</summary>
    public ref float this[int index] => ref Span[index];
}
