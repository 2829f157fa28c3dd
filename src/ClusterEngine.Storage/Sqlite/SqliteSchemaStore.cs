using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClusterEngine.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ClusterEngine.Storage.Sqlite;

internal sealed class SqliteSchemaStore(SqliteDatabase database, ILogger<SqliteSchemaStore> logger) : ISchemaStore
{
    private readonly SqliteConnections _connections = database.Connections;

    /// <summary>What the program carries; tests put others here.</summary>
    internal IReadOnlyList<SqliteMigration> Migrations { get; set; } = SqliteMigrations.All;

    public async ValueTask<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        await Task.Run(() => _connections.Guard(() => Migrate(cancellationToken)), cancellationToken);

    public async ValueTask<SchemaState> DescribeAsync(CancellationToken cancellationToken) =>
        await Task.Run(() => _connections.Guard(() => Describe(cancellationToken)), cancellationToken);

    private List<string> Migrate(CancellationToken cancellationToken)
    {
        using var connection = _connections.Open(create: true);
        var mode = _connections.Retry(() => Scalar(connection, "PRAGMA journal_mode = WAL"), cancellationToken);
        if (mode is not "wal")
        {
            throw new StorageException($"The disk that holds {_connections.File} does not allow a write-ahead log. "
                + "Set Storage:DataDirectory to a directory on a local disk.");
        }

        var applied = new List<string>();
        while (_connections.Retry(() => ApplyNext(connection), cancellationToken) is { } name)
        {
            StorageLog.Migrated(logger, name);
            applied.Add(name);
        }

        return applied;
    }

    /// <summary>Applies the next migration in a transaction of its own, having looked under the write lock that no other
    /// process has. Null: there is none left.</summary>
    private string? ApplyNext(SqliteConnection connection)
    {
        if (Version(connection) == Migrations.Count)
        {
            Verify(connection);
            return null; // without asking for the write lock: every start comes here
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Version(connection);
        if (version >= Migrations.Count)
        {
            return version == Migrations.Count
                ? null
                : throw SqliteMigrations.WrongVersion(_connections.File, version, Migrations.Count);
        }

        if (version > 0)
        {
            Verify(connection);
        }

        var next = Migrations[version];
        using var step = connection.CreateCommand();
#pragma warning disable CA2100 // the text is a resource of this assembly
        step.CommandText = next.Sql;
#pragma warning restore CA2100
        step.ExecuteNonQuery();
        if (Version(connection) != next.Number)
        {
            throw new InvalidOperationException($"Migration {next.Name} does not set user_version to its number.");
        }

        using var record = Command(
            connection,
            "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES ($number, $name, $sha256, $at)");
        record.Set("$number", next.Number).Set("$name", next.Name).Set("$sha256", next.Sha256)
            .Set("$at", SqliteText.OfInstant(database.Clock.GetUtcNow())).ExecuteNonQuery();
        transaction.Commit();
        return next.Name;
    }

    /// <summary>The migrations that were applied are those that the program carries.</summary>
    private void Verify(SqliteConnection connection)
    {
        using var command = Command(connection, "SELECT number, name, sha256 FROM schema_migration ORDER BY number");
        foreach (var (number, name, sha256) in command.Query(row => (row.GetInt32(0), row.GetString(1), row.GetString(2))))
        {
            if (number > Migrations.Count
                || !string.Equals(Migrations[number - 1].Sha256, sha256, StringComparison.Ordinal))
            {
                throw new StorageException($"The store {_connections.File} was made by another build of the program: "
                    + $"migration {name} is not the one that this program has. Use the build that made it, or set "
                    + "Storage:DataDirectory to another directory.");
            }
        }
    }

    private SchemaState Describe(CancellationToken cancellationToken)
    {
        if (!File.Exists(_connections.File) && !Directory.Exists(_connections.File))
        {
            return new SchemaState(_connections.File, 0, Migrations.Count, null);
        }

        try
        {
            using var connection = _connections.Open(create: false);
            var version = _connections.Retry(() => Version(connection), cancellationToken);
            var found = _connections.Retry(() => Scalar(connection, "PRAGMA integrity_check(1)"), cancellationToken);
            return new SchemaState(_connections.File, version, Migrations.Count, found is "ok" ? null : found);
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            // Damage is what was asked about; that the file cannot be opened or is locked is thrown.
            var problem = SqliteErrors.Translate(_connections.File, exception).Message;
            return new SchemaState(_connections.File, 0, Migrations.Count, problem);
        }
    }

    private static int Version(SqliteConnection connection) =>
        int.Parse(Scalar(connection, "PRAGMA user_version")!, CultureInfo.InvariantCulture);

    private static string? Scalar(SqliteConnection connection, [ConstantExpected] string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Command(SqliteConnection connection, [ConstantExpected] string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // CA1857 asks for a constant of every caller
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
