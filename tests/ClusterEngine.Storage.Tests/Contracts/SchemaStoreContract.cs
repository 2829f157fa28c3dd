using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class SchemaStoreContract(IStoreSource source) : StoreContract(source)
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask; // these tests migrate themselves

    [Fact]
    public async Task Migrating_names_what_it_did_and_does_nothing_the_second_time()
    {
        var before = await Schema.DescribeAsync(Cancel);
        before.Version.ShouldBe(0);
        before.ProgramVersion.ShouldBeGreaterThan(0);
        before.IntegrityProblem.ShouldBeNull();

        var applied = await Schema.MigrateAsync(Cancel);

        applied.Count.ShouldBe(before.ProgramVersion);
        applied[0].ShouldBe("0001_first");
        (await Schema.MigrateAsync(Cancel)).ShouldBeEmpty();
        (await Other<ISchemaStore>("uppsala").MigrateAsync(Cancel)).ShouldBeEmpty();
        (await Schema.DescribeAsync(Cancel)).ShouldBe(before with { Version = before.ProgramVersion });
    }

    [Fact]
    public async Task Migrating_many_times_at_once_applies_each_migration_once()
    {
        var stores = Enumerable.Range(0, 6).Select(_ => Other<ISchemaStore>()).ToList();

        var applied = await Task.WhenAll(stores.Select(store => store.MigrateAsync(Cancel).AsTask()));

        applied.SelectMany(names => names).ShouldBeUnique(StringComparer.Ordinal);
        applied.Sum(names => names.Count).ShouldBe((await Schema.DescribeAsync(Cancel)).ProgramVersion);
    }

    [Fact]
    public async Task Migrating_keeps_what_is_stored()
    {
        await Schema.MigrateAsync(Cancel);
        await Profiles.PutAsync([Samples.Full().Submit()], Cancel);

        await Other<ISchemaStore>().MigrateAsync(Cancel);

        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_store_that_was_not_migrated_is_refused_by_name_of_the_command()
    {
        var refused = await Should.ThrowAsync<StorageException>(() => Verdicts.ListAsync(Cancel).AsTask());

        refused.Message.ShouldContain("clusterengine migrate");
        refused.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_stops_a_migration() =>
        await ShouldBeCancelledAsync(token => Schema.MigrateAsync(token).AsTask());
}
