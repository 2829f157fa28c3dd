using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Storage;
using ClusterEngine.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClusterEngine.Core.Tests.Embeddings;

public sealed class FacetEmbedderTests
{
    private static readonly Need Bilingual = Given.Need("glass vials") with { Text = new("glasflaskor", "glass vials") };

    private readonly HashEmbedder _embedder = new();
    private readonly InMemoryVectorStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FacetEmbedder Facets => new(_embedder, _store, NullLogger<FacetEmbedder>.Instance);

    [Fact]
    public async Task Only_the_language_version_that_changed_is_embedded_again()
    {
        (await Facets.UpdateAsync(Corpus(Bilingual), null, Token)).ShouldBe((3, 0));
        (await Facets.UpdateAsync(Corpus(Bilingual with { Priority = 5, Category = Category.Service }), null, Token)).ShouldBe((0, 3));
        (await Facets.UpdateAsync(Corpus(Bilingual with { Text = new("glasflaskor", "glass bottles") }), null, Token)).ShouldBe((1, 2));
        _embedder.TextsEmbedded.ShouldBe(4);
    }

    [Fact]
    public async Task Vectors_of_another_model_are_neither_counted_nor_loaded()
    {
        var corpus = Corpus(Bilingual);
        await _store.PutAsync(
            [.. FacetText.Of(corpus).Select(text => new StoredVector(text.FacetId, text.Language, 0, "another", text.ContentHash, [1, 0, 0]))], Token);

        (await Facets.UpdateAsync(corpus, null, Token)).Embedded.ShouldBe(3);

        var loaded = await Facets.LoadAsync(corpus, Token);
        (loaded.Needs.Rows, loaded.Offers.Rows).ShouldBe((2, 1));
        loaded.Needs.Dimensions.ShouldBe(_embedder.Model.Dimensions);
        loaded.NeedLanguages.ShouldBe(["en", "sv"]);
    }

    [Fact]
    public async Task A_vector_of_the_text_as_it_was_is_not_used()
    {
        await Facets.UpdateAsync(Corpus(Given.Need("glass vials")), null, Token);
        var thrown = await Should.ThrowAsync<InvalidOperationException>(Facets.LoadAsync(Corpus(Given.Need("plastic vials")), Token));
        thrown.Message.ShouldContain(_embedder.Model.Id);
    }

    [Fact]
    public async Task A_language_version_that_was_removed_takes_no_part()
    {
        await Facets.UpdateAsync(Corpus(Bilingual), null, Token);
        (await Facets.LoadAsync(Corpus(Bilingual with { Text = new(null, "glass vials") }), Token)).NeedLanguages.ShouldBe(["en"]);
    }

    [Fact]
    public async Task The_windows_of_a_long_text_are_rows_of_one_owner()
    {
        var windowed = new FacetEmbedder(new HashEmbedder(wordsPerWindow: 2), _store, NullLogger<FacetEmbedder>.Instance);
        var corpus = Corpus(Given.Need("one two three four five"));
        await windowed.UpdateAsync(corpus, null, Token);
        var loaded = await windowed.LoadAsync(corpus, Token);
        (loaded.Needs.Owners, loaded.Needs.Rows).ShouldBe((1, 3));
    }

    private static Corpus Corpus(Need need) => Core.Facets.Corpus.Of(
        [Given.Profile("a", [need]), Given.Profile("b", offers: [Given.Offer("vials")])]);
}
