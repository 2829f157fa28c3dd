using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>One transaction on one connection, within one region.</summary>
internal sealed class SqliteSession(SqliteConnection connection, string region, CancellationToken cancellation)
    : IDisposable
{
    private readonly List<SqliteCommand> _commands = [];
    private SqliteTransaction? _transaction;

    public string Region => region;

    /// <summary>Long work looks at it between rows.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Begins: for writing with the write lock at once, for reading with a snapshot at once.</summary>
    public void Begin(bool forWriting)
    {
        _transaction?.Dispose();
        _transaction = connection.BeginTransaction(deferred: !forWriting);
        SchemaVersion(); // a deferred transaction has its snapshot, and may find the file locked, with the first read
    }

    public int SchemaVersion() => Convert.ToInt32(
        Command("PRAGMA user_version").ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>A command of this session, with <c>$region</c> filled in; disposed with it. Make it once and run it for
    /// many rows: it is compiled once.</summary>
    /// <param name="sql">A constant: values are parameters, never part of the text.</param>
    /// <param name="parameters">Names with their first values (null is SQL's NULL).</param>
    public SqliteCommand Command([ConstantExpected] string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        _commands.Add(command);
        command.Transaction = _transaction;
#pragma warning disable CA2100 // CA1857 asks for a constant of every caller
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$region", region);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public void Commit() => _transaction!.Commit();

    public void Dispose()
    {
        foreach (var command in _commands)
        {
            command.Dispose();
        }

        _transaction?.Dispose();
        connection.Dispose();
    }
}
