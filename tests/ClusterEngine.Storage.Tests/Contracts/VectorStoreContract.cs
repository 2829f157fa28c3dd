using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class VectorStoreContract(IStoreSource source) : StoreContract(source)
{
    [Fact]
    public async Task Every_bit_of_a_vector_comes_back()
    {
        float[] values = [0f, -0f, 1f, float.Epsilon, float.MinValue, float.NaN, 1f / 3, .. new float[377]];
        await Vectors.PutAsync([Vector("n_1", values: values)], Cancel);

        var stored = (await ListAsync(Vectors.ListAsync("m", Cancel))).ShouldHaveSingleItem();

        (stored with { Values = [] }).Content().ShouldBe(Vector("n_1", values: []).Content());
        stored.Values.Select(BitConverter.SingleToInt32Bits).ShouldBe(values.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public async Task Vectors_are_listed_by_facet_language_and_window()
    {
        await Vectors.PutAsync(
            [Vector("n_b"), Vector("n_a", "sv", 10), Vector("n_a", "sv", 9), Vector("n_a", "en"), Vector("n_B")], Cancel);

        (await ListAsync(Vectors.ListAsync("m", Cancel))).Select(vector => (vector.FacetId, vector.Language, vector.Window))
            .ShouldBe([("n_B", "sv", 0), ("n_a", "en", 0), ("n_a", "sv", 9), ("n_a", "sv", 10), ("n_b", "sv", 0)]);
    }

    [Fact]
    public async Task More_vectors_than_a_reader_takes_at_a_time_are_all_listed()
    {
        var vectors = Enumerable.Range(0, 128).Select(i => Vector("n_" + i)).ToList();
        await Vectors.PutAsync(vectors, Cancel);
        (await ListAsync(Vectors.ListAsync("m", Cancel))).Count.ShouldBe(128);

        await Vectors.PutAsync([Vector("o_1")], Cancel);
        (await ListAsync(Vectors.ListAsync("m", Cancel))).Count.ShouldBe(129);
    }

    [Fact]
    public async Task New_windows_of_a_language_version_replace_all_that_it_had_and_no_others()
    {
        await Vectors.PutAsync([Vector("n", window: 0), Vector("n", window: 1), Vector("n", "en"), Vector("o")], Cancel);

        await Vectors.PutAsync([Vector("n", hash: "new")], Cancel);

        (await ListAsync(Vectors.ListAsync("m", Cancel)))
            .Select(vector => (vector.FacetId, vector.Language, vector.Window, vector.ContentHash))
            .ShouldBe([("n", "en", 0, "h"), ("n", "sv", 0, "new"), ("o", "sv", 0, "h")]);
    }

    [Fact]
    public async Task Two_models_never_mix()
    {
        await Vectors.PutAsync([Vector("n"), Vector("n", model: "other", hash: "h2", values: [2f])], Cancel);

        (await ListAsync(Vectors.ListAsync("m", Cancel))).ShouldHaveSingleItem().Values.ShouldBe([1f]);
        (await ListAsync(Vectors.ListAsync("other", Cancel))).ShouldHaveSingleItem().Values.ShouldBe([2f]);
        (await Vectors.ListHashesAsync("other", Cancel)).ShouldHaveSingleItem().Value.ShouldBe("h2");
        (await Vectors.ListHashesAsync("none", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hashes_are_listed_once_for_each_language_version()
    {
        await Vectors.PutAsync([Vector("n", window: 0), Vector("n", window: 1), Vector("n", "en", hash: "e")], Cancel);

        var hashes = await Vectors.ListHashesAsync("m", Cancel);

        hashes.Count.ShouldBe(2);
        hashes[("n", "sv")].ShouldBe("h");
        hashes[("n", "en")].ShouldBe("e");
    }

    [Fact]
    public async Task A_batch_goes_in_whole_or_not_at_all()
    {
        await Vectors.PutAsync([Vector("n")], Cancel);

        await Should.ThrowAsync<StorageException>(
            () => Vectors.PutAsync([Vector("n", hash: "new"), Vector("o"), Vector("o")], Cancel).AsTask());

        (await ListAsync(Vectors.ListAsync("m", Cancel))).ShouldHaveSingleItem().ContentHash.ShouldBe("h");
    }

    [Fact]
    public async Task Regions_do_not_see_each_other()
    {
        await Vectors.PutAsync([Vector("n")], Cancel);
        var uppsala = Other<IVectorStore>("uppsala");
        await uppsala.PutAsync([Vector("n", hash: "u")], Cancel);

        (await Vectors.ListHashesAsync("m", Cancel)).ShouldHaveSingleItem().Value.ShouldBe("h");
        (await ListAsync(uppsala.ListAsync("m", Cancel))).ShouldHaveSingleItem().ContentHash.ShouldBe("u");
    }

    [Fact]
    public async Task Cancelling_stops_a_call_and_writes_nothing()
    {
        await ShouldBeCancelledAsync(token => Vectors.PutAsync([Vector("n")], token).AsTask());
        await ShouldBeCancelledAsync(token => Vectors.ListHashesAsync("m", token).AsTask());
        (await Vectors.ListHashesAsync("m", Cancel)).ShouldBeEmpty();
    }

    private static StoredVector Vector(
        string facet, string language = "sv", int window = 0, string model = "m", string hash = "h", float[]? values = null) =>
        new(facet, language, window, model, hash, values ?? [1f]);
}
