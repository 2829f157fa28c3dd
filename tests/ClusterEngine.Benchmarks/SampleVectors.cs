using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Benchmarks;

/// <summary>Unit vectors from a seed, in groups as real texts are, so that similarities spread as in use.</summary>
internal static class SampleVectors
{
    public const int Dimensions = 384;

    public static float[][] Create(int count, int seed)
    {
        var random = new Random(seed);
        var topics = Enumerable.Range(0, 200).Select(_ => Gaussian(random)).ToArray();
        var vectors = new float[count][];
        for (var i = 0; i < count; i++)
        {
            var topic = topics[random.Next(topics.Length)];
            vectors[i] = Gaussian(random);
            for (var j = 0; j < Dimensions; j++)
            {
                vectors[i][j] += topic[j];
            }

            var length = Math.Sqrt(vectors[i].Sum(number => (double)number * number));
            vectors[i] = Array.ConvertAll(vectors[i], number => (float)(number / length));
        }

        return vectors;
    }

    /// <summary>A matrix in which each owner has one vector.</summary>
    public static VectorMatrix ToMatrix(float[][] vectors) =>
        VectorMatrix.Create(Dimensions, Array.ConvertAll<float[], IReadOnlyList<float[]>>(vectors, vector => [vector]));

    private static float[] Gaussian(Random random)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++)
        {
            vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return vector;
    }
}
