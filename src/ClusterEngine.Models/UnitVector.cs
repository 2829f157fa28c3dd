using System.Numerics.Tensors;
using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Models;

/// <summary>Guards what the rest of the program relies on: that cosine is the dot product.</summary>
internal static class UnitVector
{
    // The encoder divides by the norm in float32: 384 terms keep it within 1e-5. A damaged computation is far outside.
    private const float Tolerance = 1e-3f;

    /// <summary>Refuses a vector that is not of unit length, or not of numbers.</summary>
    /// <exception cref="EmbeddingException">It is neither stored nor compared.</exception>
    public static void Require(ReadOnlySpan<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (!(MathF.Abs(norm - 1) <= Tolerance)) // also true for NaN
        {
            throw new EmbeddingException(
                $"The model gave a vector of length {norm.ToString("R", System.Globalization.CultureInfo.InvariantCulture)} where "
                + "unit length is promised. Check the model's files with `doctor`; if they are right, this is a defect of the program.");
        }
    }
}
