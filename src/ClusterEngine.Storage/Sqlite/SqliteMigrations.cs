using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Sqlite;

/// <summary>A step of the schema: number 1, 2, 3 and so on without gaps.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">The file's name without ending, such as <c>0001_first</c>.</param>
/// <param name="Sql">What it does.</param>
internal sealed record SqliteMigration(int Number, string Name, string Sql)
{
    /// <summary>Recorded with the migration, so that one that was altered afterwards is noticed.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>The migrations that the program carries. Up only: to go back, restore a backup.</summary>
internal static class SqliteMigrations
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<SqliteMigration> All { get; } = Load();

    /// <summary>The store's schema is not the program's.</summary>
    public static StorageException WrongVersion(string file, int version, int known) => new(
        string.Create(CultureInfo.InvariantCulture, $"The store {file} has schema version {version}, ")
        + string.Create(CultureInfo.InvariantCulture, $"and this program has version {known}. ")
        + (version > known
            ? "Use a newer program, or restore the backup that was made before the upgrade."
            : "Run 'clusterengine migrate'."));

    private static List<SqliteMigration> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string Folder = "ClusterEngine.Storage.Schema.sqlite.";
        var migrations = new List<SqliteMigration>();
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var name = Path.GetFileNameWithoutExtension(resource[Folder.Length..]);
            var number = int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n"); // one hash, whatever line ends a checkout has
            migrations.Add(new SqliteMigration(number, name, sql));
            if (number != migrations.Count)
            {
                throw new InvalidOperationException($"Migration {name} is not number {migrations.Count}.");
            }
        }

        return migrations;
    }
}
