using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ClusterEngine.Core.Candidates;

/// <summary>The instructions that dot products are computed with.</summary>
internal enum DotInstructions
{
    /// <summary>512 bits, fused multiply-add.</summary>
    Vector512,

    /// <summary>256 bits, fused multiply-add.</summary>
    Vector256,

    /// <summary>Whatever the machine has.</summary>
    Portable,
}

/// <summary>Dot products of 8 query rows, or of one, with panels of 16 passage rows.</summary>
/// <remarks>Each product is one chain of fused multiply-adds in the order of the dimensions:
/// <c>sum = fma(q[i], p[i], sum)</c> from 0. Every variant does just that in each lane, so all of them give the
/// same bits, on any machine and in any tile. Which one is used is only a matter of time.</remarks>
internal static class DotKernel
{
    /// <summary>Query rows in a block; a panel holds two blocks.</summary>
    public const int BlockRows = 8;

    /// <summary>The fastest that this machine has. <c>Vector512.IsHardwareAccelerated</c> is false where 512 bits would
    /// slow the processor down.</summary>
    public static DotInstructions Best { get; } =
        Supports(DotInstructions.Vector512) ? DotInstructions.Vector512
        : Supports(DotInstructions.Vector256) ? DotInstructions.Vector256
        : DotInstructions.Portable;

    /// <summary>Whether this machine can.</summary>
    public static bool Supports(DotInstructions instructions) => instructions switch
    {
        DotInstructions.Vector512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        DotInstructions.Vector256 => Vector256.IsHardwareAccelerated && Fma.IsSupported,
        _ => true,
    };

    /// <summary>Eight query rows against panels.</summary>
    /// <param name="instructions">What to compute with.</param>
    /// <param name="query">The first of 8 lanes in a query panel.</param>
    /// <param name="passages">The first passage panel.</param>
    /// <param name="panels">How many passage panels; up to three more are read.</param>
    /// <param name="dimensions">Numbers in a vector, padding included.</param>
    /// <param name="output">Where the product of row 0 with passage 0 goes; space for panels rounded up to 4.</param>
    /// <param name="stride">From one query row to the next in the output.</param>
    public static void Block(
        DotInstructions instructions, ref float query, ref float passages, int panels, int dimensions,
        ref float output, int stride)
    {
        switch (instructions)
        {
            case DotInstructions.Vector512:
                DotKernel512.Block(ref query, ref passages, panels, dimensions, ref output, stride);
                break;
            case DotInstructions.Vector256:
                DotKernel256.Block(ref query, ref passages, panels, dimensions, ref output, stride);
                break;
            default:
                for (var row = 0; row < BlockRows; row++)
                {
                    DotKernelPortable.Row(
                        ref Unsafe.Add(ref query, row), ref passages, panels, dimensions,
                        ref Unsafe.Add(ref output, row * stride));
                }

                break;
        }
    }

    /// <summary>One query row against panels; as <see cref="Block"/>.</summary>
    public static void Row(
        DotInstructions instructions, ref float query, ref float passages, int panels, int dimensions, ref float output)
    {
        switch (instructions)
        {
            case DotInstructions.Vector512:
                DotKernel512.Row(ref query, ref passages, panels, dimensions, ref output);
                break;
            case DotInstructions.Vector256:
                DotKernel256.Row(ref query, ref passages, panels, dimensions, ref output);
                break;
            default:
                DotKernelPortable.Row(ref query, ref passages, panels, dimensions, ref output);
                break;
        }
    }
}
