using System.Runtime.CompilerServices;
using ClusterEngine.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>The database file: who may write when, and how SQLite's synchronous calls become asynchronous.</summary>
/// <remarks>Within a process one writer at a time waits at a gate, in order; processes wait for each other at
/// SQLite's own lock. Readers have their own connections and see the state at their beginning (WAL). A write that
/// has returned is on disk: it survives <c>kill -9</c> and, as the disk keeps its promise to flush, loss of power.</remarks>
internal sealed class SqliteDatabase : IDisposable
{
    // Rows that a stream takes at a time from the thread pool: enough that the hop (some µs) does not count,
    // few enough that a batch of vectors (1.5 KiB each) stays near 100 KiB.
    private const int StreamBatch = 64;

    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SqliteConnections _connections;
    private readonly string _region;

    public SqliteDatabase(
        IOptions<StorageOptions> options, IOptions<RegionOptions> region, TimeProvider clock,
        ILogger<SqliteDatabase> logger)
    {
        _connections = new SqliteConnections(
            Path.Combine(Path.GetFullPath(options.Value.DataDirectory), "clusterengine.db"), logger);
        _region = region.Value.Id;
        Clock = clock;
    }

    public TimeProvider Clock { get; }

    public SqliteConnections Connections => _connections;

    /// <summary>Reads within one snapshot.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        await Task.Run(
            () => _connections.Guard(() =>
            {
                using var session = Begin(forWriting: false, cancellationToken);
                return work(session);
            }),
            cancellationToken);

    /// <summary>Writes in one transaction: all of it is on disk when this returns, or nothing when it throws.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () => _connections.Guard(() =>
                {
                    using var session = Begin(forWriting: true, cancellationToken);
                    var result = work(session);
                    session.Commit();
                    return result;
                }),
                cancellationToken);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Reads rows within one snapshot, a batch at a time, which lasts until the stream is disposed.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        Func<SqliteSession, IEnumerable<T>> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var session = await Task.Run(
            () => _connections.Guard(() => Begin(forWriting: false, cancellationToken)), cancellationToken);
        using var rows = query(session).GetEnumerator();
        var batch = new List<T>(StreamBatch);
        do
        {
            batch.Clear();
            await Task.Run(
                () => _connections.Guard(() =>
                {
                    while (batch.Count < StreamBatch && rows.MoveNext())
                    {
                        batch.Add(rows.Current);
                    }

                    return true;
                }),
                cancellationToken);
            foreach (var row in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
        while (batch.Count == StreamBatch);
    }

    public void Dispose()
    {
        _connections.Dispose();
        _writer.Dispose();
    }

    private SqliteSession Begin(bool forWriting, CancellationToken cancellationToken)
    {
        var session = new SqliteSession(_connections.Open(create: false), _region, cancellationToken);
        try
        {
            _connections.Retry(
                () =>
                {
                    session.Begin(forWriting);
                    return true;
                },
                cancellationToken);
            var version = session.SchemaVersion();
            return version == SqliteMigrations.All.Count
                ? session
                : throw SqliteMigrations.WrongVersion(_connections.File, version, SqliteMigrations.All.Count);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
