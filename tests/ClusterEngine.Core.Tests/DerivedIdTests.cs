namespace ClusterEngine.Core.Tests;

public sealed class DerivedIdTests
{
    [Fact]
    public void The_same_parts_give_the_same_id_on_any_machine()
    {
        // Worked out apart from the program: SHA-256 over each part's length (4 bytes, big-endian) and its UTF-8.
        DerivedId.Digest("a", "bc").ShouldBe("b534ce16ac9c8b36823f39a395ce8e0e3c7ad9605b82b5444f18cadacd217a5d");
        DerivedId.Create("p", "a", "bc").ShouldBe("p_pmtcw5nckj5kd0hz76hsbkme1r");
    }

    [Fact]
    public void Parts_cannot_run_together()
    {
        string[] ids =
        [
            DerivedId.Create("p", "ab", "c"), DerivedId.Create("p", "a", "bc"), DerivedId.Create("p", "abc"),
            DerivedId.Create("p", "abc", ""), DerivedId.Create("p", "", "abc"),
        ];

        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void An_id_is_a_prefix_and_26_letters_and_digits_that_are_not_mistaken_for_each_other()
    {
        for (var i = 0; i < 500; i++)
        {
            DerivedId.Create("run", i.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .ShouldMatch("^run_[0-9a-hjkmnp-tv-z]{26}$");
        }
    }
}
