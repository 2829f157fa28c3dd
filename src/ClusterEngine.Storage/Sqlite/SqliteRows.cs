using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>Short ways to fill parameters and to read rows.</summary>
internal static class SqliteRows
{
    /// <summary>Sets a parameter's value for the next run (null is SQL's NULL).</summary>
    public static SqliteCommand Set(this SqliteCommand command, string name, object? value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
        }
        else
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>The rows of a query, read as they are asked for.</summary>
    public static IEnumerable<T> Query<T>(this SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <summary>The first row of a query; null when there is none.</summary>
    [return: MaybeNull]
    public static T First<T>(this SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public static string? Text(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static byte[] Bytes(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);
}
