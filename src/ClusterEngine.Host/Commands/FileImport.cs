using ClusterEngine.Core.Import;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>What came of one file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Source">The name that its rows are known by.</param>
/// <param name="Accepted">Rows that went in.</param>
/// <param name="Added">Those that were not there.</param>
/// <param name="Changed">Those that were there otherwise.</param>
/// <param name="Unchanged">Those that were there just so.</param>
/// <param name="RejectedRows">Rows that did not go in.</param>
/// <param name="Rejected">Their problems; a row may have several.</param>
internal sealed record ImportedFile(
    string File, string Source, int Accepted, int Added, int Changed, int Unchanged, int RejectedRows, IReadOnlyList<RejectedRow> Rejected);

/// <summary>Imports one file and shows how far it has come.</summary>
internal static class FileImport
{
    /// <summary>Imports it.</summary>
    /// <exception cref="UsageException">The file as a whole cannot be imported.</exception>
    public static async Task<ImportedFile> RunAsync(
        CommandSession session, ImportRequest request, bool verdicts, ProgressDisplay display, CancellationToken cancellationToken)
    {
        var people = session.People;
        var step = people.Say("Importerar ", "Import ") + SafeText.Of(Path.GetFileName(request.Path));
        display.Begin(step);
        var progress = new Heard<ImportProgress>(p => display.Report(step, p.BytesRead, p.BytesTotal));
        ImportedFile file;
        try
        {
            file = verdicts
                ? Of(request, await session.Get<VerdictImporter>().ImportAsync(request, progress, cancellationToken))
                : Of(request, await session.Get<ProfileImporter>().ImportAsync(request, progress, cancellationToken));
        }
        catch (ImportException exception)
        {
            throw new UsageException($"{SafeText.Of(request.Path)}: {exception.Message}", exception);
        }

        var failed = file.RejectedRows;
        display.End(step, people.Format(
            $"{file.Accepted:N0} godtagna ({file.Added:N0} nya, {file.Changed:N0} ändrade), {failed:N0} avvisade",
            $"{file.Accepted:N0} accepted ({file.Added:N0} new, {file.Changed:N0} changed), {failed:N0} rejected"));
        return file;
    }

    private static ImportedFile Of(ImportRequest request, ImportResult result) => new(
        request.Path, result.Source, result.Accepted, result.Written.Added, result.Written.Changed, result.Written.Unchanged,
        result.RejectedRows, result.Rejected);

    private static ImportedFile Of(ImportRequest request, VerdictImportResult result) => new(
        request.Path, result.Source, result.Accepted, result.Added, 0, result.Accepted - result.Added, result.RejectedRows, result.Rejected);
}
