using ClusterEngine.Core.Text;

namespace ClusterEngine.Core.Tests.Text;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["category", "capacity", "certifications", "bsl_max"];

    [Theory]
    [InlineData("catgeory", "category")]
    [InlineData("Capacities", "capacity")]
    [InlineData("certifcations", "certifications")]
    [InlineData("BSL_MAX", "bsl_max")]
    public void A_slip_of_the_pen_finds_the_name_that_was_meant(string written, string meant) =>
        NearestName.Find(written, Known).ShouldBe(meant);

    [Theory]
    [InlineData("telephone")]
    [InlineData("")]
    public void A_wholly_other_name_finds_none(string written) => NearestName.Find(written, Known).ShouldBeNull();

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_edits_and_swapped_neighbours(string left, string right, int edits)
    {
        NearestName.Distance(left, right).ShouldBe(edits);
        NearestName.Distance(right, left).ShouldBe(edits);
    }

    [Fact]
    public void Of_two_equally_near_names_the_first_by_code_point_is_taken() =>
        NearestName.Find("abcx", ["abcz", "abcy"]).ShouldBe("abcy");
}
