using System.Numerics.Tensors;
using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Core.Explanations;

/// <summary>How well a passage answers a query, token by token: late(q, d) = Σᵢ wᵢ · maxⱼ qᵢ·dⱼ / Σᵢ wᵢ, with the
/// query's weights. Which passage token won for each query token says which words met. After Khattab and Zaharia 2020,
/// "ColBERT: Efficient and Effective Passage Search via Contextualized Late Interaction over BERT" (SIGIR, arXiv
/// 2004.12832), who sum the maxima without weights.</summary>
public static class LateInteraction
{
    /// <summary>The score.</summary>
    /// <param name="query">The need's tokens.</param>
    /// <param name="passage">The offer's tokens, of the same model.</param>
    /// <returns>−1 to 1, about 0 for unrelated texts; 0 when either has no token, or the query's weights are all 0.</returns>
    /// <exception cref="ArgumentException">The two have different dimensions, so come from different models.</exception>
    public static double Score(TokenEmbedding query, TokenEmbedding passage) =>
        Meet(query, passage).Sum(meeting => meeting.Share);

    /// <summary>For each query token, in order, the passage token that is nearest to it (the first of equals). Their shares
    /// add up to the score.</summary>
    /// <param name="query">The need's tokens.</param>
    /// <param name="passage">The offer's tokens, of the same model.</param>
    /// <returns>As many as the query has tokens; empty when either has none.</returns>
    /// <exception cref="ArgumentException">The two have different dimensions, so come from different models.</exception>
    public static IReadOnlyList<TokenMeeting> Meet(TokenEmbedding query, TokenEmbedding passage)
    {
        if (query.Dimensions != passage.Dimensions)
        {
            throw new ArgumentException("Tokens of two models cannot be compared.", nameof(passage));
        }

        if (passage.Weights.Length == 0)
        {
            return [];
        }

        var total = query.Weights.Sum(weight => (double)weight);
        var meetings = new TokenMeeting[query.Weights.Length];
        for (var i = 0; i < meetings.Length; i++)
        {
            var (token, similarity) = Nearest(query.Vectors.AsSpan(i * query.Dimensions, query.Dimensions), passage);
            meetings[i] = new TokenMeeting(i, token, similarity, total > 0 ? query.Weights[i] * similarity / total : 0);
        }

        return meetings;
    }

    private static (int Token, double Similarity) Nearest(ReadOnlySpan<float> vector, TokenEmbedding passage)
    {
        var best = (Token: 0, Similarity: double.NegativeInfinity);
        for (var j = 0; j < passage.Weights.Length; j++)
        {
            double similarity = TensorPrimitives.Dot(vector, passage.Vectors.AsSpan(j * passage.Dimensions, passage.Dimensions));
            best = similarity > best.Similarity ? (j, similarity) : best;
        }

        return best;
    }
}

/// <summary>A query token and the passage token that met it.</summary>
/// <param name="QueryToken">Which token of the query, from 0.</param>
/// <param name="PassageToken">Which token of the passage, from 0.</param>
/// <param name="Similarity">Their cosine, −1 to 1.</param>
/// <param name="Share">What they add to the score: the similarity times the token's part of the query's weight.</param>
public readonly record struct TokenMeeting(int QueryToken, int PassageToken, double Similarity, double Share);
