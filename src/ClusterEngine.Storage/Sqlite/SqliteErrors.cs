using System.Globalization;
using ClusterEngine.Core.Storage;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>Says what SQLite's errors mean here, and what to do about them.</summary>
internal static class SqliteErrors
{
    public static bool IsBusy(SqliteException exception) =>
        exception.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED;

    public static StorageException Translate(string file, SqliteException exception)
    {
        var (message, isTransient) = exception.SqliteErrorCode switch
        {
            SQLITE_BUSY or SQLITE_LOCKED => (
                $"The store {file} is locked by another process. Try again; if it stays locked, find the process that "
                + "holds it (fuser on Linux) and end it.", true),
            SQLITE_FULL => (
                $"There is no room to write to the store {file}: the disk is full. Nothing of this write was kept. "
                + "Free some space, or move the directory and set Storage:DataDirectory.", true),
            SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => (
                $"The store {file} cannot be written: the file, its directory or the disk is read-only for this user. "
                + "Give this user the right to write both, or set Storage:DataDirectory to another directory.", false),
            SQLITE_NOTADB => (
                $"The file {file} is not a ClusterEngine store. Move it away, or set Storage:DataDirectory to "
                + "another directory.", false),
            SQLITE_CORRUPT => (
                $"The store {file} is damaged. Stop every process that uses it, copy the directory, and restore the "
                + "last backup.", false),
            SQLITE_CANTOPEN => (CannotOpen(file), false),
            SQLITE_IOERR => (
                $"The disk failed while the store {file} was read or written. Check that the disk is there, has room "
                + "and is whole; the store must be on a local disk.", true),
            SQLITE_NOMEM => ("There was not enough memory for the store. Free some and try again.", true),
            _ => ($"The store {file} refused what it was asked, which is a fault in the program.", false),
        };
        return new StorageException(
            string.Create(CultureInfo.InvariantCulture, $"{message} (SQLite {exception.SqliteExtendedErrorCode})"),
            isTransient, exception);
    }

    /// <summary>The directory or the file could not be made.</summary>
    public static StorageException CannotCreate(string file, Exception exception) => new(
        Directory.Exists(file) ? IsDirectory(file)
        : $"The store {file} cannot be made. Give this user the right to write its directory, or set "
        + "Storage:DataDirectory to another directory.", exception);

    private static string CannotOpen(string file) =>
        Directory.Exists(file) ? IsDirectory(file)
        : !File.Exists(file)
            ? $"There is no store at {file}, or this user may not look there. Run 'clusterengine migrate' to make it, "
              + "or set Storage:DataDirectory to the directory that it is in."
            : $"The store {file} cannot be opened. Give this user the right to read and write the file and its "
              + "directory, or set Storage:DataDirectory to another directory.";

    private static string IsDirectory(string file) =>
        $"{file} is a directory, where the store's file should be. Move it away, or set Storage:DataDirectory to "
        + "another directory.";
}
