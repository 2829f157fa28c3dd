using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

/// <summary>Vectors from a seed, and what a plain loop makes of them.</summary>
internal static class Vectors
{
    /// <summary>Unit vectors for so many owners, each with 1 to <paramref name="most"/> of them.</summary>
    public static float[][][] Random(int owners, int dimensions, int most, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, owners).Select(_ =>
            Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Unit(random, dimensions)).ToArray())];
    }

    /// <summary>Vectors of few small whole numbers, so that many dot products are equal.</summary>
    public static float[][][] Coarse(int owners, int dimensions, int most, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, owners).Select(_ => Enumerable.Range(0, random.Next(1, most + 1)).Select(_ =>
            Enumerable.Range(0, dimensions).Select(_ => (float)random.Next(-1, 2)).ToArray()).ToArray())];
    }

    public static VectorMatrix ToMatrix(float[][][] owners, int dimensions) => VectorMatrix.Create(dimensions, owners);

    /// <summary>The sum that the kernel promises, one number at a time.</summary>
    public static float Chain(float[] left, float[] right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(left[i], right[i], sum);
        }

        return sum;
    }

    /// <summary>The same in double precision.</summary>
    public static double Exact(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();

    private static float[] Unit(Random random, int dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => random.NextDouble() - 0.5).ToArray();
        var length = Math.Sqrt(vector.Sum(number => number * number));
        return Array.ConvertAll(vector, number => (float)(number / length));
    }
}
