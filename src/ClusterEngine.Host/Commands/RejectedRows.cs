using System.Globalization;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>Shows rows that imports refused.</summary>
internal static class RejectedRows
{
    private const int First = 20;

    /// <summary>Shows the first of what imports have just refused, on stderr, and how to see the rest.</summary>
    public static void WriteFirst(CommandSession session, IReadOnlyList<ImportedFile> files)
    {
        var all = files.SelectMany(f => f.Rejected).ToList();
        foreach (var row in all.Take(First))
        {
            session.Environment.Error.WriteLine(Line(row));
        }

        if (all.Count > First)
        {
            session.Environment.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"… and {all.Count - First} more: clusterengine import --rejected lists them all."));
        }
    }

    /// <summary>Lists what the last imports refused, on stdout.</summary>
    /// <param name="session">The command's run.</param>
    /// <param name="source">Of one source; null: of all.</param>
    /// <param name="json">As JSON.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <exception cref="UsageException">There was no import of the source.</exception>
    public static async Task<int> ShowAsync(CommandSession session, string? source, bool json, CancellationToken cancellationToken)
    {
        await session.OpenStoreAsync(cancellationToken);
        var store = session.Get<IImportStore>();
        var imports = await store.ListAsync(cancellationToken);
        if (source is not null && !imports.Any(i => string.Equals(i.Source, source, StringComparison.Ordinal)))
        {
            throw new UsageException(
                WordValidation.Message($"--source {source}", source, [.. imports.Select(i => i.Source)]));
        }

        var rows = await store.ListRejectedAsync(source, cancellationToken);
        if (json)
        {
            session.WriteJson(rows);
            return ExitCode.Done;
        }

        foreach (var row in rows)
        {
            session.WriteLine(Line(row));
        }

        if (rows.Count == 0)
        {
            session.WriteLine(session.People.Say("Inga avvisade rader.", "No rejected rows."));
        }

        return ExitCode.Done;
    }

    private static string Line(RejectedRow row) => SafeText.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Source}, line {row.Line}{(row.Field.Length == 0 ? "" : $", {row.Field}")}: {row.Reason}"));
}
