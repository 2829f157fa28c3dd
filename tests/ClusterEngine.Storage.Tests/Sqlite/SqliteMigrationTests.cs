using System.Globalization;
using ClusterEngine.Core.Storage;
using ClusterEngine.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Storage.Tests.Sqlite;

public sealed class SqliteMigrationTests : IDisposable
{
    private readonly SqliteSource _source = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Processes_that_migrate_at_once_apply_each_migration_once()
    {
        var children = Enumerable.Range(0, 3).Select(_ => new ChildProcess("migrate", _source.DataDirectory)).ToList();
        var ends = await Task.WhenAll(children.Select(child => child.EndAsync(Cancel)));
        children.ForEach(child => child.Dispose());

        ends.ShouldAllBe(end => end.ExitCode == 0);
        ends.SelectMany(end => end.Lines).ShouldBe(SqliteMigrations.All.Select(migration => migration.Name));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_naming_both_versions()
    {
        await using var newer = _source.Open();
        var store = Schema(newer);
        store.Migrations = [.. SqliteMigrations.All, Next("CREATE TABLE later (id TEXT)")];
        await store.MigrateAsync(Cancel);
        await using var services = _source.Open();

        await ShouldNameBothAsync(() => Schema(services).MigrateAsync(Cancel).AsTask());
        await ShouldNameBothAsync(() => services.GetRequiredService<IVerdictStore>().ListAsync(Cancel).AsTask());
        await ShouldNameBothAsync(() => services.GetRequiredService<IVerdictStore>().AddAsync([], Cancel).AsTask());
        var described = await Schema(services).DescribeAsync(Cancel);
        described.Version.ShouldBe(described.ProgramVersion + 1);

        static async Task ShouldNameBothAsync(Func<Task> call)
        {
            var known = SqliteMigrations.All.Count;
            var refused = await Should.ThrowAsync<StorageException>(call);
            refused.Message.ShouldContain(string.Create(
                CultureInfo.InvariantCulture, $"has schema version {known + 1}, and this program has version {known}"));
        }
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_and_keeps_its_data()
    {
        await using var services = _source.Open();
        var store = Schema(services);
        await store.MigrateAsync(Cancel);
        await services.GetRequiredService<IProfileStore>().PutAsync([Samples.Full().Submit()], Cancel);
        var next = Next("CREATE TABLE later (id TEXT)");
        store.Migrations = [.. SqliteMigrations.All, next];

        (await store.MigrateAsync(Cancel)).ShouldBe([next.Name]);
        (await store.MigrateAsync(Cancel)).ShouldBeEmpty();

        Read("SELECT count(*) FROM profile").ShouldBe(1L);
        Read("SELECT sha256 FROM schema_migration WHERE number = (SELECT max(number) FROM schema_migration)")
            .ShouldBe(next.Sha256);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        await using var services = _source.Open();
        var store = Schema(services);
        await store.MigrateAsync(Cancel);
        store.Migrations = [.. SqliteMigrations.All, Next("CREATE TABLE later (id TEXT); SELECT nonsense FROM nowhere")];

        await Should.ThrowAsync<StorageException>(() => store.MigrateAsync(Cancel).AsTask());

        (await store.DescribeAsync(Cancel)).Version.ShouldBe(SqliteMigrations.All.Count);
        Read("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").ShouldBe(0L);
    }

    [Fact]
    public async Task A_migration_that_was_altered_after_it_was_applied_is_refused()
    {
        await using var services = _source.Open();
        var store = Schema(services);
        await store.MigrateAsync(Cancel);
        store.Migrations = [SqliteMigrations.All[0] with { Sql = "-- altered" }, .. SqliteMigrations.All.Skip(1)];

        (await Should.ThrowAsync<StorageException>(() => store.MigrateAsync(Cancel).AsTask()))
            .Message.ShouldContain(SqliteMigrations.All[0].Name);
    }

    [Fact]
    public async Task Every_key_begins_with_the_region()
    {
        await (await MigratedAsync()).DisposeAsync();

        // Indices of primary keys and of UNIQUE alike; schema_migration is of the database and has neither.
        var first = Read(
            """
            SELECT group_concat(DISTINCT i.name) FROM sqlite_schema t, pragma_index_list(t.name) l, pragma_index_info(l.name) i
            WHERE t.type = 'table' AND i.seqno = 0
            """);

        first.ShouldBe("region");
    }

    private static SqliteSchemaStore Schema(ServiceProvider services) =>
        (SqliteSchemaStore)services.GetRequiredService<ISchemaStore>();

    private static SqliteMigration Next(string sql)
    {
        var number = SqliteMigrations.All.Count + 1;
        return new SqliteMigration(
            number,
            string.Create(CultureInfo.InvariantCulture, $"{number:0000}_later"),
            string.Create(CultureInfo.InvariantCulture, $"{sql}; PRAGMA user_version = {number}"));
    }

    private async Task<ServiceProvider> MigratedAsync()
    {
        var services = _source.Open();
        await Schema(services).MigrateAsync(Cancel);
        return services;
    }

    private object? Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_source.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
