namespace ClusterEngine.Core.Tests;

public sealed class RegionOptionsTests
{
    [Theory]
    [InlineData("flemingsberg", true)]
    [InlineData("region-2", true)]
    [InlineData("", false)]
    [InlineData("Flemingsberg", false)]
    [InlineData("two words", false)]
    [InlineData("2nd", false)]
    public void A_region_has_an_id_of_lower_case_letters_digits_and_hyphens(string id, bool isRight) =>
        new RegionOptionsValidator().Validate(null, new RegionOptions { Id = id }).Succeeded.ShouldBe(isRight);
}
