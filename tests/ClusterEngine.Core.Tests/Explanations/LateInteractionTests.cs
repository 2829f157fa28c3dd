using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Explanations;

namespace ClusterEngine.Core.Tests.Explanations;

public sealed class LateInteractionTests
{
    private static readonly TokenEmbedding Query = Of(weights: [3, 1], 1, 0, 0, 1);
    private static readonly TokenEmbedding Passage = Of(weights: [0, 0, 0], 0.6f, 0.8f, 0.8f, 0.6f, 0.8f, 0.6f);

    [Fact]
    public void The_score_is_the_weighted_mean_of_each_query_tokens_best() =>
        LateInteraction.Score(Query, Passage).ShouldBe(((3 * 0.8) + (1 * 0.8)) / 4, 1e-6);

    [Fact]
    public void The_first_of_equally_near_tokens_meets_and_the_shares_add_up_to_the_score()
    {
        var meetings = LateInteraction.Meet(Query, Passage);

        meetings.Select(meeting => meeting.PassageToken).ShouldBe([1, 0]);
        meetings[0].Share.ShouldBe(0.6, 1e-6);
        meetings.Sum(meeting => meeting.Share).ShouldBe(LateInteraction.Score(Query, Passage));
    }

    [Fact]
    public void Without_tokens_or_weights_the_score_is_zero()
    {
        var none = Of(weights: []);

        LateInteraction.Score(none, Passage).ShouldBe(0);
        LateInteraction.Score(Query, none).ShouldBe(0);
        LateInteraction.Score(Of(weights: [0], 1, 0), Passage).ShouldBe(0);
        LateInteraction.Meet(Query, none).ShouldBeEmpty();
    }

    [Fact]
    public void Tokens_of_two_models_are_not_compared() =>
        Should.Throw<ArgumentException>(() => LateInteraction.Score(Query, new TokenEmbedding(3, [1, 0, 0], [1], [default])));

    private static TokenEmbedding Of(float[] weights, params float[] vectors) =>
        new(2, vectors, weights, new TextRange[weights.Length]);
}
