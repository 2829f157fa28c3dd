using ClusterEngine.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>Opens connections to the database file, waits for locks within a limit, and translates errors.</summary>
internal sealed class SqliteConnections(string file, ILogger logger) : IDisposable
{
    private const string Pragmas =
        """
        PRAGMA busy_timeout = 250;
        PRAGMA cache_size = -32768;
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;
        """; // cache_size: 32 MiB, so that the keys of 100,000 vectors fit and a bulk write touches each page once;
             // fullfsync: on macOS a plain fsync leaves the data in the disk's cache; elsewhere it changes nothing

    // The driver retries a busy statement for the command timeout, 1 s, in which cancelling is not noticed.
    private readonly string _existing = ConnectionString(file, SqliteOpenMode.ReadWrite);

    public string File => file;

    /// <summary>How often a lock is asked for, about a second each time: longer than any writer holds it, import's
    /// and embedding's batches included (1,000 profiles take about half a second).</summary>
    public int LockAttempts { get; set; } = 15;

    /// <summary>Called with each connection that is opened; lets tests narrow the room.</summary>
    public Action<SqliteConnection>? Opened { get; set; }

    /// <summary>Opens a connection; <paramref name="create"/> makes directory and file, for this user alone, when they are not there.</summary>
    public SqliteConnection Open(bool create)
    {
        if (create)
        {
            Create();
        }

        var connection = new SqliteConnection(_existing);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            Opened?.Invoke(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs what begins with a lock again and again while another process holds it, within the limit.</summary>
    public T Retry<T>(Func<T> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return attempt();
            }
            catch (SqliteException exception) when (SqliteErrors.IsBusy(exception) && number < LockAttempts)
            {
                StorageLog.Waiting(logger, number, LockAttempts);
            }
        }
    }

    /// <summary>Runs work and says what an error means.</summary>
    /// <exception cref="StorageException">The store could not do it.</exception>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw SqliteErrors.Translate(file, exception);
        }
    }

    /// <summary>Closes the idle connections, and with the last one folds the write-ahead log into the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_existing);
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionString(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = 1,
    }.ToString();

    private void Create()
    {
        try
        {
            var directory = Path.GetDirectoryName(file)!;
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
                using var made = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
                return;
            }

            const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Directory.CreateDirectory(directory, ReadWrite | UnixFileMode.UserExecute);
            if (!System.IO.File.Exists(file))
            {
                // SQLite gives its -wal and -shm files the mode of the database. An empty file is an empty database.
                using var made = new FileStream(file, new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.ReadWrite,
                    UnixCreateMode = ReadWrite,
                });
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.CannotCreate(file, exception);
        }
    }
}
