using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ClusterEngine.Core.Candidates;

/// <summary>The kernel in 512-bit registers: 8 × 32 sums in 16 of the 32 registers. Two units with a latency of 4
/// need 8 independent chains; 10 loads for 16 multiply-adds leave the load units room.</summary>
internal static class DotKernel512
{
    private const int Lanes = VectorMatrix.PanelRows;

    /// <summary>See <see cref="DotKernel.Block"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block(
        ref float query, ref float passages, int panels, int dimensions, ref float output, int stride)
    {
        var panelFloats = Lanes * dimensions;
        for (var panel = 0; panel < panels; panel += 2)
        {
            Pair(
                ref query, ref Unsafe.Add(ref passages, panel * panelFloats), dimensions,
                ref Unsafe.Add(ref output, panel * Lanes), stride);
        }
    }

    /// <summary>See <see cref="DotKernel.Row"/>. Four panels at a time, so that four chains and four streams run.</summary>
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
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            for (var i = 0; i < panelFloats; i += Lanes)
            {
                var q = Vector512.Create(Unsafe.Add(ref query, i));
                s0 = Vector512.FusedMultiplyAdd(q, Vector512.LoadUnsafe(ref p0, (nuint)i), s0);
                s1 = Vector512.FusedMultiplyAdd(q, Vector512.LoadUnsafe(ref p1, (nuint)i), s1);
                s2 = Vector512.FusedMultiplyAdd(q, Vector512.LoadUnsafe(ref p2, (nuint)i), s2);
                s3 = Vector512.FusedMultiplyAdd(q, Vector512.LoadUnsafe(ref p3, (nuint)i), s3);
            }

            ref var target = ref Unsafe.Add(ref output, panel * Lanes);
            s0.StoreUnsafe(ref target);
            s1.StoreUnsafe(ref target, Lanes);
            s2.StoreUnsafe(ref target, 2 * Lanes);
            s3.StoreUnsafe(ref target, 3 * Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pair(ref float query, ref float passages, int dimensions, ref float output, int stride)
    {
        var panelFloats = Lanes * dimensions;
        ref var right = ref Unsafe.Add(ref passages, panelFloats);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> a4 = default, a5 = default, a6 = default, a7 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> b4 = default, b5 = default, b6 = default, b7 = default;
        for (var i = 0; i < panelFloats; i += Lanes)
        {
            var a = Vector512.LoadUnsafe(ref passages, (nuint)i);
            var b = Vector512.LoadUnsafe(ref right, (nuint)i);
            ref var at = ref Unsafe.Add(ref query, i);
            var q = Vector512.Create(at);
            a0 = Vector512.FusedMultiplyAdd(q, a, a0);
            b0 = Vector512.FusedMultiplyAdd(q, b, b0);
            q = Vector512.Create(Unsafe.Add(ref at, 1));
            a1 = Vector512.FusedMultiplyAdd(q, a, a1);
            b1 = Vector512.FusedMultiplyAdd(q, b, b1);
            q = Vector512.Create(Unsafe.Add(ref at, 2));
            a2 = Vector512.FusedMultiplyAdd(q, a, a2);
            b2 = Vector512.FusedMultiplyAdd(q, b, b2);
            q = Vector512.Create(Unsafe.Add(ref at, 3));
            a3 = Vector512.FusedMultiplyAdd(q, a, a3);
            b3 = Vector512.FusedMultiplyAdd(q, b, b3);
            q = Vector512.Create(Unsafe.Add(ref at, 4));
            a4 = Vector512.FusedMultiplyAdd(q, a, a4);
            b4 = Vector512.FusedMultiplyAdd(q, b, b4);
            q = Vector512.Create(Unsafe.Add(ref at, 5));
            a5 = Vector512.FusedMultiplyAdd(q, a, a5);
            b5 = Vector512.FusedMultiplyAdd(q, b, b5);
            q = Vector512.Create(Unsafe.Add(ref at, 6));
            a6 = Vector512.FusedMultiplyAdd(q, a, a6);
            b6 = Vector512.FusedMultiplyAdd(q, b, b6);
            q = Vector512.Create(Unsafe.Add(ref at, 7));
            a7 = Vector512.FusedMultiplyAdd(q, a, a7);
            b7 = Vector512.FusedMultiplyAdd(q, b, b7);
        }

        Store(a0, b0, ref output);
        Store(a1, b1, ref Unsafe.Add(ref output, stride));
        Store(a2, b2, ref Unsafe.Add(ref output, 2 * stride));
        Store(a3, b3, ref Unsafe.Add(ref output, 3 * stride));
        Store(a4, b4, ref Unsafe.Add(ref output, 4 * stride));
        Store(a5, b5, ref Unsafe.Add(ref output, 5 * stride));
        Store(a6, b6, ref Unsafe.Add(ref output, 6 * stride));
        Store(a7, b7, ref Unsafe.Add(ref output, 7 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> left, Vector512<float> right, ref float target)
    {
        left.StoreUnsafe(ref target);
        right.StoreUnsafe(ref target, Lanes);
    }
}
