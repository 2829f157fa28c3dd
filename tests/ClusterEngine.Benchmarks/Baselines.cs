using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ClusterEngine.Benchmarks;

/// <summary>What the kernel is measured against, on the same threads.</summary>
internal static class Baselines
{
    private static double s_sink;

    /// <summary>Floating-point operations (a multiply-add is two) that <see cref="MultiplyAdd"/> does in a round on one thread.</summary>
    public static double OperationsInRound =>
        16 * 2.0 * (Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4);

    /// <summary>Multiply-adds in registers only: the most that this machine can do.</summary>
    public static void MultiplyAdd(int threads, int rounds) =>
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => Volatile.Write(
            ref s_sink,
            Vector512.IsHardwareAccelerated ? Wide(rounds) : Vector256.IsHardwareAccelerated ? Middle(rounds) : Narrow(rounds)));

    /// <summary>All pairs by <see cref="TensorPrimitives.Dot(ReadOnlySpan{float}, ReadOnlySpan{float})"/>, top 20 by a priority queue.</summary>
    public static void DotLoop(float[] queries, float[] passages, int dimensions, int threads) =>
        Parallel.For(0, queries.Length / dimensions, new ParallelOptions { MaxDegreeOfParallelism = threads }, query =>
        {
            var top = new PriorityQueue<int, float>(21);
            var vector = queries.AsSpan(query * dimensions, dimensions);
            for (var passage = 0; passage < passages.Length / dimensions; passage++)
            {
                var similarity = TensorPrimitives.Dot(vector, passages.AsSpan(passage * dimensions, dimensions));
                if (top.Count < 20)
                {
                    top.Enqueue(passage, similarity);
                }
                else
                {
                    top.EnqueueDequeue(passage, similarity);
                }
            }
        });

    /// <summary>Reads memory once and adds it up, in four streams.</summary>
    public static void Read(float[] memory, int threads) =>
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var length = memory.Length / threads / 64 * 64;
            var sum = Sum(ref memory[part * length], length / 64);
            Volatile.Write(ref s_sink, sum);
        });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(ref float first, int lines)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        var quarter = (nuint)lines * 16;
        for (nuint i = 0; i < quarter; i += 16)
        {
            a += Vector512.LoadUnsafe(ref first, i);
            b += Vector512.LoadUnsafe(ref first, i + quarter);
            c += Vector512.LoadUnsafe(ref first, i + (2 * quarter));
            d += Vector512.LoadUnsafe(ref first, i + (3 * quarter));
        }

        return Vector512.Sum(a + b + c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Wide(int rounds)
    {
        var (x, y) = (Vector512.Create(0.999f), Vector512.Create(0.001f));
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x;
        Vector512<float> i = y, j = y, k = y, l = y, m = y, n = y, o = y, p = y;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
            m = Vector512.FusedMultiplyAdd(m, x, y);
            n = Vector512.FusedMultiplyAdd(n, x, y);
            o = Vector512.FusedMultiplyAdd(o, x, y);
            p = Vector512.FusedMultiplyAdd(p, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Middle(int rounds)
    {
        var (x, y) = (Vector256.Create(0.999f), Vector256.Create(0.001f));
        Vector256<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x;
        for (var round = 0; round < 2 * rounds; round++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Narrow(int rounds)
    {
        var (x, y) = (Vector128.Create(0.999f), Vector128.Create(0.001f));
        Vector128<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x;
        for (var round = 0; round < 2 * rounds; round++)
        {
            a = Vector128.FusedMultiplyAdd(a, x, y);
            b = Vector128.FusedMultiplyAdd(b, x, y);
            c = Vector128.FusedMultiplyAdd(c, x, y);
            d = Vector128.FusedMultiplyAdd(d, x, y);
            e = Vector128.FusedMultiplyAdd(e, x, y);
            f = Vector128.FusedMultiplyAdd(f, x, y);
            g = Vector128.FusedMultiplyAdd(g, x, y);
            h = Vector128.FusedMultiplyAdd(h, x, y);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h);
    }
}
