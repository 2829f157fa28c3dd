using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class ImportStoreContract(IStoreSource source) : StoreContract(source)
{
    [Fact]
    public async Task An_import_and_its_rejected_rows_come_back()
    {
        var record = Record("åäö", accepted: 7, rejected: 2);
        RejectedRow[] rows = [new("åäö", 12, "offers[0].bsl_max", "måste vara 1–4"), new("åäö", 3, "", "not an object")];
        await Imports.PutAsync(record, rows, Cancel);

        (await Imports.ListAsync(Cancel)).ShouldBe([record]);
        (await Imports.ListRejectedAsync("åäö", Cancel)).ShouldBe([rows[1], rows[0]]);
    }

    [Fact]
    public async Task A_later_import_of_a_source_takes_the_place_of_the_earlier()
    {
        await Imports.PutAsync(Record("a", 1, 1), [new("a", 1, "x", "first")], Cancel);
        await Imports.PutAsync(Record("b", 1, 1), [new("b", 1, "x", "other")], Cancel);

        await Imports.PutAsync(Record("a", 2, 0), [], Cancel);

        (await Imports.ListAsync(Cancel)).Select(import => (import.Source, import.Accepted)).ShouldBe([("a", 2), ("b", 1)]);
        (await Imports.ListRejectedAsync(null, Cancel)).ShouldHaveSingleItem().Source.ShouldBe("b");
    }

    [Fact]
    public async Task Lists_are_in_ordinal_order_beyond_the_basic_plane_too()
    {
        // U+1F600 begins with the code unit D83D and so comes before U+FF21 in ordinal order, not in that of UTF-8.
        string[] sources = ["B", "a", "å", "\U0001F600", "\uFF21"];
        foreach (var name in sources.Reverse())
        {
            await Imports.PutAsync(Record(name, 0, 3), [new(name, 10, "a", ""), new(name, 9, "b", ""), new(name, 9, "B", "")], Cancel);
        }

        (await Imports.ListAsync(Cancel)).Select(import => import.Source).ShouldBe(sources);
        (await Imports.ListRejectedAsync(null, Cancel)).Select(row => (row.Source, row.Line, row.Field)).ShouldBe(
            sources.SelectMany(name => new[] { (name, 9, "B"), (name, 9, "b"), (name, 10, "a") }));
    }

    [Fact]
    public async Task Two_faults_in_one_row_are_two_rejections()
    {
        RejectedRow[] rows = [new("a", 1, "x", "one"), new("a", 1, "x", "two")];
        await Imports.PutAsync(Record("a", 0, 1), rows, Cancel);

        (await Imports.ListRejectedAsync("a", Cancel)).ShouldBe(rows);
    }

    [Fact]
    public async Task A_source_that_was_not_imported_has_no_rejected_rows() =>
        (await Imports.ListRejectedAsync("none", Cancel)).ShouldBeEmpty();

    [Fact]
    public async Task Regions_do_not_see_each_other()
    {
        await Imports.PutAsync(Record("a", 1, 1), [new("a", 1, "x", "y")], Cancel);
        var uppsala = Other<IImportStore>("uppsala");

        (await uppsala.ListAsync(Cancel)).ShouldBeEmpty();
        (await uppsala.ListRejectedAsync(null, Cancel)).ShouldBeEmpty();
        await uppsala.PutAsync(Record("a", 2, 0), [], Cancel);
        (await Imports.ListRejectedAsync("a", Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Cancelling_stops_a_call_and_writes_nothing()
    {
        await ShouldBeCancelledAsync(token => Imports.PutAsync(Record("a", 1, 0), [], token).AsTask());
        (await Imports.ListAsync(Cancel)).ShouldBeEmpty();
    }

    private ImportRecord Record(string source, int accepted, int rejected) =>
        new(source, Clock.GetUtcNow().AddTicks(7), accepted, rejected);
}
