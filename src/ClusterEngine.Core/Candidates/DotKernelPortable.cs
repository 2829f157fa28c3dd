using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ClusterEngine.Core.Candidates;

/// <summary>The kernel in 128-bit vectors, which the runtime maps to what the machine has; without fused multiply-add
/// in hardware it is slow, and right.</summary>
internal static class DotKernelPortable
{
    private const int Lanes = VectorMatrix.PanelRows;

    /// <summary>See <see cref="DotKernel.Row"/>.</summary>
    public static void Row(ref float query, ref float passages, int panels, int dimensions, ref float output)
    {
        var panelFloats = Lanes * dimensions;
        for (var panel = 0; panel < panels; panel++)
        {
            ref var passage = ref Unsafe.Add(ref passages, panel * panelFloats);
            Vector128<float> s0 = default, s1 = default, s2 = default, s3 = default;
            for (var i = 0; i < panelFloats; i += Lanes)
            {
                var q = Vector128.Create(Unsafe.Add(ref query, i));
                s0 = Vector128.FusedMultiplyAdd(q, Vector128.LoadUnsafe(ref passage, (nuint)i), s0);
                s1 = Vector128.FusedMultiplyAdd(q, Vector128.LoadUnsafe(ref passage, (nuint)i + 4), s1);
                s2 = Vector128.FusedMultiplyAdd(q, Vector128.LoadUnsafe(ref passage, (nuint)i + 8), s2);
                s3 = Vector128.FusedMultiplyAdd(q, Vector128.LoadUnsafe(ref passage, (nuint)i + 12), s3);
            }

            ref var target = ref Unsafe.Add(ref output, panel * Lanes);
            s0.StoreUnsafe(ref target);
            s1.StoreUnsafe(ref target, 4);
            s2.StoreUnsafe(ref target, 8);
            s3.StoreUnsafe(ref target, 12);
        }
    }
}
