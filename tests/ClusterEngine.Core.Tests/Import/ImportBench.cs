using System.Text;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Time;
using ClusterEngine.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ClusterEngine.Core.Tests.Import;

/// <summary>Importers over stores in memory, and a directory for files, removed in the end.</summary>
public sealed class ImportBench : IDisposable
{
    public const string Region = "flemingsberg";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("clusterengine-import-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));

    public InMemoryProfileStore Profiles { get; } = new();

    public InMemoryImportStore Imports { get; } = new();

    public InMemoryVerdictStore Verdicts { get; } = new();

    private ProfileImporter Importer =>
        new(Profiles, Imports, Options.Create(new RegionOptions()), _time, NullLogger<ProfileImporter>.Instance);

    private VerdictImporter VerdictImporter => new(
        Profiles, Verdicts, Imports, Options.Create(new RegionOptions()), _time, NullLogger<VerdictImporter>.Instance);

    public string Folder => _directory.FullName;

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<ImportResult> ImportAsync(
        string path, ImportEncoding encoding = ImportEncoding.Utf8, IsoWeek? relativeTo = null,
        IProgress<ImportProgress>? progress = null, string? source = null) => Importer.ImportAsync(
            new ImportRequest(path, source, encoding, relativeTo), progress, TestContext.Current.CancellationToken);

    public Task<ImportResult> ImportTextAsync(string content, string name = "test.jsonl") => ImportAsync(Write(name, content));

    public Task<VerdictImportResult> ImportVerdictsAsync(string content) => VerdictImporter.ImportAsync(
        new ImportRequest(Write("verdicts.jsonl", content), null, ImportEncoding.Utf8, null), null,
        TestContext.Current.CancellationToken);

    public async Task<Profile> ProfileAsync(string sourceId, string source = "test") =>
        await Profiles.FindAsync(Profile.DeriveId(Region, source, sourceId), TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"No profile {sourceId}.");

    public void Dispose() => _directory.Delete(recursive: true);
}
