using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

internal static class SearchAssert
{
    /// <summary>Two answers are equal to the last bit.</summary>
    public static void Same(OwnerCandidates actual, OwnerCandidates expected)
    {
        actual.Accepted.ShouldBe(expected.Accepted);
        actual.Refused.ShouldBe(expected.Refused);
        Bits(actual.NeighbourhoodMean).ShouldBe(Bits(expected.NeighbourhoodMean));
    }

    /// <summary>Two results are equal to the last bit, the owners from the first of the actual one on.</summary>
    public static void Same(SearchResult actual, SearchResult expected)
    {
        for (var i = 0; i < actual.Owners.Count; i++)
        {
            Same(actual.Owners[i], expected.Owners[actual.FirstOwner - expected.FirstOwner + i]);
        }
    }

    public static int Bits(float number) => BitConverter.SingleToInt32Bits(number);

    public static int[] Bits(float[] numbers) => Array.ConvertAll(numbers, Bits);
}
