using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Facets;
using ClusterEngine.Testing;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class WordIndexTests
{
    [Fact]
    public void A_score_is_bm25_over_the_needs_own()
    {
        // Two documents of offers and the need: N = 3. "cryo" stands in two of them, "em" in two, "grid" in one, "wash" in one.
        var corpus = Corpus.Of([
            Given.Profile("a", needs: [Given.Need("cryo em")]),
            Given.Profile("b", offers: [Given.Offer("cryo em grid")]),
            Given.Profile("c", offers: [Given.Offer("wash")]),
        ]);
        var scores = Score(corpus);
        var offer = corpus.Offers.Single(entry => entry.Profile.SourceId == "b").Index;

        // idf is the same for both words, so it cancels; the average offer has 2 words, and tf is 1 everywhere:
        // tf·(k1 + 1)/(tf + k1·(1 − b + b·length/average)).
        static double Saturation(double length) => 2.2 / (1 + (1.2 * (0.25 + (0.75 * length / 2))));
        scores[offer].ShouldBe(Saturation(3) / Saturation(2), 1e-12);
        scores[1 - offer].ShouldBe(0);
        scores.Found(10).ShouldBe([offer]);
    }

    [Fact]
    public void No_score_is_above_one_and_the_best_language_version_counts()
    {
        var corpus = Corpus.Of([
            Given.Profile("a", needs: [Given.Need("x") with { Text = new("frysmikroskop", "freezing microscope") }]),
            Given.Profile("b", offers: [Given.Offer("freezing microscope microscope microscope")]),
        ]);
        Score(corpus)[0].ShouldBeInRange(0.5, 1);
    }

    [Fact]
    public void Words_are_runs_of_letters_and_digits_in_lower_case() =>
        PlainWords.Of("ISO 13485, Åldring (37 °C) – β-aktin!").ShouldBe(["iso", "13485", "åldring", "37", "c", "β", "aktin"]);

    [Fact]
    public void A_letter_written_as_two_characters_is_the_same_letter() =>
        PlainWords.Of("mätning på Åland".Normalize(System.Text.NormalizationForm.FormD)).ShouldBe(["mätning", "på", "åland"]);

    [Fact]
    public void Texts_without_a_word_score_nothing()
    {
        var corpus = Corpus.Of([Given.Profile("a", needs: [Given.Need("🧪🧪")]), Given.Profile("b", offers: [Given.Offer("🧪")])]);
        Score(corpus)[0].ShouldBe(0);
        new WordIndex(corpus).RarityMass(0).ShouldBe(0);
    }

    private static WordScores Score(Corpus corpus)
    {
        var words = new WordIndex(corpus);
        var scores = words.NewScores();
        words.Score(0, scores);
        return scores;
    }
}
