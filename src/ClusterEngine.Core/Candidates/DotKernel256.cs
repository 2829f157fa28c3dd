using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ClusterEngine.Core.Candidates;

/// <summary>The kernel in 256-bit registers: 4 × 16 sums in 8 of the 16 registers, as many chains as two units with
/// a latency of 4 need.</summary>
internal static class DotKernel256
{
    private const int Lanes = VectorMatrix.PanelRows;
    private const int Half = Lanes / 2;

    /// <summary>See <see cref="DotKernel.Block"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block(
        ref float query, ref float passages, int panels, int dimensions, ref float output, int stride)
    {
        var panelFloats = Lanes * dimensions;
        for (var panel = 0; panel < panels; panel++)
        {
            ref var passage = ref Unsafe.Add(ref passages, panel * panelFloats);
            ref var target = ref Unsafe.Add(ref output, panel * Lanes);
            FourRows(ref query, ref passage, panelFloats, ref target, stride);
            FourRows(
                ref Unsafe.Add(ref query, 4), ref passage, panelFloats, ref Unsafe.Add(ref target, 4 * stride), stride);
        }
    }

    /// <summary>See <see cref="DotKernel.Row"/>. Four panels at a time, so that eight chains and four streams run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Row(ref float query, ref float passages, int panels, int dimensions, ref float output)
    {
        var panelFloats = Lanes * dimensions;
        for (var panel = 0; panel < panels; panel += 4)
        {
            ref var p0 = ref Unsafe.Add(ref passages, panel * panelFloats);
            ref var p1 = ref Unsafe.Add(ref p0, panelFloats);
            ref var p2 = ref Unsafe.Add(ref p1, panelFloats);
            ref var p3 = ref Unsafe.Add(ref p2, panelFloats);
            Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
            Vector256<float> b0 = default, b1 = default, b2 = default, b3 = default;
            for (var i = 0; i < panelFloats; i += Lanes)
            {
                var q = Vector256.Create(Unsafe.Add(ref query, i));
                a0 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p0, (nuint)i), a0);
                b0 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p0, (nuint)i + Half), b0);
                a1 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p1, (nuint)i), a1);
                b1 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p1, (nuint)i + Half), b1);
                a2 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p2, (nuint)i), a2);
                b2 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p2, (nuint)i + Half), b2);
                a3 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p3, (nuint)i), a3);
                b3 = Vector256.FusedMultiplyAdd(q, Vector256.LoadUnsafe(ref p3, (nuint)i + Half), b3);
            }

            ref var target = ref Unsafe.Add(ref output, panel * Lanes);
            Store(a0, b0, ref target);
            Store(a1, b1, ref Unsafe.Add(ref target, Lanes));
            Store(a2, b2, ref Unsafe.Add(ref target, 2 * Lanes));
            Store(a3, b3, ref Unsafe.Add(ref target, 3 * Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref float query, ref float passages, int panelFloats, ref float output, int stride)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector256<float> b0 = default, b1 = default, b2 = default, b3 = default;
        for (var i = 0; i < panelFloats; i += Lanes)
        {
            var a = Vector256.LoadUnsafe(ref passages, (nuint)i);
            var b = Vector256.LoadUnsafe(ref passages, (nuint)i + Half);
            ref var at = ref Unsafe.Add(ref query, i);
            var q = Vector256.Create(at);
            a0 = Vector256.FusedMultiplyAdd(q, a, a0);
            b0 = Vector256.FusedMultiplyAdd(q, b, b0);
            q = Vector256.Create(Unsafe.Add(ref at, 1));
            a1 = Vector256.FusedMultiplyAdd(q, a, a1);
            b1 = Vector256.FusedMultiplyAdd(q, b, b1);
            q = Vector256.Create(Unsafe.Add(ref at, 2));
            a2 = Vector256.FusedMultiplyAdd(q, a, a2);
            b2 = Vector256.FusedMultiplyAdd(q, b, b2);
            q = Vector256.Create(Unsafe.Add(ref at, 3));
            a3 = Vector256.FusedMultiplyAdd(q, a, a3);
            b3 = Vector256.FusedMultiplyAdd(q, b, b3);
        }

        Store(a0, b0, ref output);
        Store(a1, b1, ref Unsafe.Add(ref output, stride));
        Store(a2, b2, ref Unsafe.Add(ref output, 2 * stride));
        Store(a3, b3, ref Unsafe.Add(ref output, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> left, Vector256<float> right, ref float target)
    {
        left.StoreUnsafe(ref target);
        right.StoreUnsafe(ref target, Half);
    }
}
