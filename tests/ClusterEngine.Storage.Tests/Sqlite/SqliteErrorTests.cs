using ClusterEngine.Core.Storage;
using ClusterEngine.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Storage.Tests.Sqlite;

public sealed class SqliteErrorTests : IDisposable
{
    private readonly SqliteSource _source = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task A_directory_in_place_of_the_file_is_named_as_such()
    {
        Directory.CreateDirectory(_source.File);

        (await MigrateRefusedAsync()).Message.ShouldContain("is a directory");
    }

    [Fact]
    public async Task A_file_in_place_of_the_directory_is_refused()
    {
        await File.WriteAllTextAsync(_source.DataDirectory, "", Cancel);

        (await MigrateRefusedAsync()).Message.ShouldContain("Storage:DataDirectory");
    }

    [Fact]
    public async Task A_file_of_something_else_is_refused_and_left_as_it_was()
    {
        Directory.CreateDirectory(_source.DataDirectory);
        var garbage = new byte[10_000];
        new Random(1).NextBytes(garbage);
        await File.WriteAllBytesAsync(_source.File, garbage, Cancel);

        (await MigrateRefusedAsync()).Message.ShouldContain("not a ClusterEngine store");

        (await File.ReadAllBytesAsync(_source.File, Cancel)).ShouldBe(garbage);
        await using var services = _source.Open();
        var described = await services.GetRequiredService<ISchemaStore>().DescribeAsync(Cancel);
        described.IntegrityProblem.ShouldNotBeNull().ShouldContain("not a ClusterEngine store");
    }

    [Fact]
    public async Task A_damaged_store_is_found_by_describing_it()
    {
        await using (var services = await MigratedAsync())
        {
            await services.GetRequiredService<IProfileStore>().PutAsync([.. Many(200)], Cancel);
        }

        await using (var file = File.OpenWrite(_source.File))
        {
            file.Position = file.Length / 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAB, 8192).ToArray(), Cancel);
        }

        await using var reopened = _source.Open();
        var described = await reopened.GetRequiredService<ISchemaStore>().DescribeAsync(Cancel);
        described.IntegrityProblem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_full_disk_refuses_the_batch_keeps_the_store_and_lets_it_go_on_when_there_is_room()
    {
        await using var services = await MigratedAsync();
        var profiles = services.GetRequiredService<IProfileStore>();
        await profiles.PutAsync([Samples.Full("kept").Submit()], Cancel);
        var connections = services.GetRequiredService<SqliteDatabase>().Connections;
        connections.Opened = connection => Execute(connection, "PRAGMA max_page_count = 60");

        var full = await Should.ThrowAsync<StorageException>(() => profiles.PutAsync([.. Many(500)], Cancel).AsTask());

        full.Message.ShouldContain("disk is full");
        full.IsTransient.ShouldBeTrue();
        (await profiles.FindAsync(Samples.Full("kept").Id, Cancel)).ShouldNotBeNull();
        (await profiles.FindAsync(Samples.Full("nr0").Id, Cancel)).ShouldBeNull();
        (await services.GetRequiredService<ISchemaStore>().DescribeAsync(Cancel)).IntegrityProblem.ShouldBeNull();

        connections.Opened = connection => Execute(connection, "PRAGMA max_page_count = 1000000");
        (await profiles.PutAsync([.. Many(500)], Cancel)).Added.ShouldBe(500);
    }

    [Fact]
    public async Task A_store_that_another_process_keeps_locked_is_a_passing_error()
    {
        await using var services = await MigratedAsync();
        services.GetRequiredService<SqliteDatabase>().Connections.LockAttempts = 1;
        await using var other = new SqliteConnection($"Data Source={_source.File};Pooling=False");
        await other.OpenAsync(Cancel);
        Execute(other, "BEGIN IMMEDIATE");
        var verdicts = services.GetRequiredService<IVerdictStore>();

        var locked = await Should.ThrowAsync<StorageException>(() => verdicts.AddAsync([], Cancel).AsTask());

        locked.IsTransient.ShouldBeTrue();
        locked.Message.ShouldContain("locked");
        (await verdicts.ListAsync(Cancel)).ShouldBeEmpty(); // readers do not wait for a writer
        Execute(other, "COMMIT");
        (await verdicts.AddAsync([], Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_for_a_lock_can_be_cancelled()
    {
        await using var services = await MigratedAsync();
        await using var other = new SqliteConnection($"Data Source={_source.File};Pooling=False");
        await other.OpenAsync(Cancel);
        Execute(other, "BEGIN IMMEDIATE");
        using var cancelled = new CancellationTokenSource();
        var verdicts = services.GetRequiredService<IVerdictStore>();

        var waits = verdicts.AddAsync([], cancelled.Token).AsTask();
        var waitsInLine = verdicts.AddAsync([], cancelled.Token).AsTask();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waits);
        await Should.ThrowAsync<OperationCanceledException>(() => waitsInLine);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_directory_that_may_not_be_written_is_refused_with_what_to_do(bool hasStore)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");
        if (hasStore)
        {
            await (await MigratedAsync()).DisposeAsync();
        }

        Directory.CreateDirectory(_source.DataDirectory);
        SetMode(_source.Directory, "rwxr-xr-x");
        SetMode(_source.DataDirectory, "r-xr-xr-x");
        if (hasStore)
        {
            SetMode(_source.File, "r--r--r--");
        }

        try
        {
            using var child = new ChildProcess("refused", Path.Combine(_source.Directory, "warm"), _source.DataDirectory);
            var (lines, exitCode) = await child.EndAsync(Cancel);

            exitCode.ShouldBe(4, string.Join('\n', lines));
            lines[^1].ShouldContain(_source.File);
            lines[^1].ShouldContain("Give this user the right");
        }
        finally
        {
            SetMode(_source.DataDirectory, "rwxr-xr-x");
        }
    }

    [Fact]
    public async Task Directory_and_files_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");
        await using var services = await MigratedAsync();
        await services.GetRequiredService<IVerdictStore>().AddAsync([], Cancel);

        Mode(_source.DataDirectory).ShouldBe("rwx------");
        Directory.GetFiles(_source.DataDirectory).ShouldNotBeEmpty();
        Directory.GetFiles(_source.DataDirectory).ShouldAllBe(file => Mode(file) == "rw-------");
    }

    [Fact]
    public async Task Every_connection_flushes_each_commit_and_checks_foreign_keys()
    {
        await using var services = await MigratedAsync();
        using var connection = services.GetRequiredService<SqliteDatabase>().Connections.Open(create: false);

        Scalar(connection, "PRAGMA journal_mode").ShouldBe("wal");
        Scalar(connection, "PRAGMA synchronous").ShouldBe(2L); // FULL
        Scalar(connection, "PRAGMA foreign_keys").ShouldBe(1L);
        Scalar(connection, "PRAGMA busy_timeout").ShouldBe(250L);
    }

    [Fact]
    public async Task Closing_leaves_one_file()
    {
        await (await MigratedAsync()).DisposeAsync();

        Directory.GetFiles(_source.DataDirectory).ShouldBe([_source.File]);
    }

    private static IEnumerable<Core.Profiles.ProfileSubmission> Many(int count) =>
        Enumerable.Range(0, count).Select(i => Samples.Full("nr" + i).Submit());

    private async Task<ServiceProvider> MigratedAsync()
    {
        var services = _source.Open();
        await services.GetRequiredService<ISchemaStore>().MigrateAsync(Cancel);
        return services;
    }

    private async Task<StorageException> MigrateRefusedAsync()
    {
        await using var services = _source.Open();
        var refused = await Should.ThrowAsync<StorageException>(
            () => services.GetRequiredService<ISchemaStore>().MigrateAsync(Cancel).AsTask());
        refused.IsTransient.ShouldBeFalse();
        return refused;
    }

    private static void Execute(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

#pragma warning disable CA1416 // the callers skip Windows
    private static string Mode(string path)
    {
        var mode = (int)File.GetUnixFileMode(path);
        return string.Concat(Enumerable.Range(0, 9).Select(i => (mode & (256 >> i)) != 0 ? "rwxrwxrwx"[i] : '-'));
    }

    private static void SetMode(string path, string mode) => File.SetUnixFileMode(
        path, (UnixFileMode)Enumerable.Range(0, 9).Where(i => mode[i] != '-').Sum(i => 256 >> i));
#pragma warning restore CA1416
}
