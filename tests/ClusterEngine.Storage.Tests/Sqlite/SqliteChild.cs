using System.Globalization;
using System.Runtime.InteropServices;
using ClusterEngine.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterEngine.Storage.Tests.Sqlite;

/// <summary>What the test executable does as a child.</summary>
internal static partial class SqliteChild
{
    /// <summary>Profiles in a batch.</summary>
    public const int BatchSize = 20;

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["migrate", var directory] => MigrateAsync(directory),
        ["write", var directory, var first] => WriteAsync(directory, int.Parse(first, CultureInfo.InvariantCulture)),
        ["refused", var warmUp, var directory] => RefusedAsync(warmUp, directory),
        ["measure", var directory] => SqliteMeasurement.RunAsync(directory),
        _ => throw new ArgumentException("Not a child's task.", nameof(arguments)),
    };

    private static async Task<int> MigrateAsync(string directory)
    {
        await using var services = SqliteSource.Build(directory, "flemingsberg", TimeProvider.System);
        foreach (var name in await services.GetRequiredService<ISchemaStore>().MigrateAsync(CancellationToken.None))
        {
            Console.WriteLine(name);
        }

        return 0;
    }

    /// <summary>Writes batch after batch until it is killed; a line is printed when a batch was acknowledged.</summary>
    private static async Task<int> WriteAsync(string directory, int first)
    {
        await using var services = SqliteSource.Build(directory, "flemingsberg", TimeProvider.System);
        await services.GetRequiredService<ISchemaStore>().MigrateAsync(CancellationToken.None);
        var profiles = services.GetRequiredService<IProfileStore>();
        var vectors = services.GetRequiredService<IVectorStore>();
        for (var batch = first; ; batch++)
        {
            var written = Enumerable.Range(0, BatchSize).Select(i => Samples.Full(Id(batch, i))).ToList();
            await profiles.PutAsync([.. written.Select(profile => profile.Submit())], CancellationToken.None);
            Acknowledge("profiles", batch);
            await vectors.PutAsync(
                [.. written.Select(profile => new StoredVector(profile.Needs[0].Id, "sv", 0, "m", "h", new float[384]))],
                CancellationToken.None);
            Acknowledge("vectors", batch);
        }
    }

    /// <summary>Uses a store as a user who may not write, and prints why it was refused.</summary>
    private static async Task<int> RefusedAsync(string warmUp, string directory)
    {
        await MigrateAsync(warmUp); // loads every assembly while they can still be read
        if (Environment.IsPrivilegedProcess && SetEffectiveUser(65534) != 0) // root may write anywhere: be nobody
        {
            return 2;
        }

        try
        {
            await MigrateAsync(directory);
            await using var services = SqliteSource.Build(directory, "flemingsberg", TimeProvider.System);
            await services.GetRequiredService<IVerdictStore>().AddAsync([], CancellationToken.None);
            return 0;
        }
        catch (StorageException exception)
        {
            Console.WriteLine(exception.Message);
            return exception.IsTransient ? 5 : 4;
        }
    }

    public static string Id(int batch, int place) => string.Create(CultureInfo.InvariantCulture, $"b{batch}-{place}");

    private static void Acknowledge(string what, int batch)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {batch}"));
        Console.Out.Flush();
    }

    [LibraryImport("libc", EntryPoint = "seteuid")]
    private static partial int SetEffectiveUser(uint user);
}
