using System.Reflection;
using System.Text.Json;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Functional.Tests.Architecture;

public sealed class ProjectArrowsTests
{
    [Theory]
    [InlineData("ClusterEngine.Core")]
    [InlineData("ClusterEngine.Storage", "ClusterEngine.Core")]
    [InlineData("ClusterEngine.Models", "ClusterEngine.Core")]
    [InlineData("ClusterEngine.Api", "ClusterEngine.Core")]
    public void A_project_references_core_and_nothing_else_of_ours(string project, params string[] allowed)
    {
        var ours = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(IsOurs);

        ours.Except(allowed, StringComparer.Ordinal).ShouldBeEmpty();
        Dependencies(project).Where(IsOurs).Except(allowed, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_host_alone_composes()
    {
        var ours = typeof(CommandLine).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(IsOurs);

        ours.ShouldBe(
            ["ClusterEngine.Api", "ClusterEngine.Core", "ClusterEngine.Models", "ClusterEngine.Storage"], ignoreOrder: true);
    }

    [Fact]
    public void Core_and_what_it_brings_is_managed_only()
    {
        var libraries = new HashSet<string>(StringComparer.Ordinal);
        Collect("ClusterEngine.Core", libraries);

        libraries.ShouldContain(l => string.Equals(l, "CsvHelper", StringComparison.Ordinal)); // the walk has found packages at all
        libraries.Where(HasNativeCode).ShouldBeEmpty();
        HasNativeCode("Microsoft.ML.OnnxRuntime").ShouldBeTrue("the test should know native code when it sees it");
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("ClusterEngine.", StringComparison.Ordinal) || name is "clusterengine";

    private static void Collect(string library, HashSet<string> found)
    {
        foreach (var dependency in Dependencies(library))
        {
            if (found.Add(dependency))
            {
                Collect(dependency, found);
            }
        }
    }

    private static IReadOnlyList<string> Dependencies(string library) =>
        Library(library).TryGetProperty("dependencies", out var dependencies)
            ? [.. dependencies.EnumerateObject().Select(d => d.Name)]
            : [];

    private static bool HasNativeCode(string library) =>
        Library(library).TryGetProperty("native", out _)
        || (Library(library).TryGetProperty("runtimeTargets", out var targets)
            && targets.EnumerateObject().Any(t => t.Value.GetProperty("assetType").ValueEquals("native")));

    // The program's own deps.json: what the build resolved, packages of packages included.
    private static JsonElement Library(string name) => Targets.Value.EnumerateObject()
        .Single(l => l.Name.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase)).Value;

    private static readonly Lazy<JsonElement> Targets = new(() =>
    {
        var file = Path.Combine(AppContext.BaseDirectory, "clusterengine.deps.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.GetProperty("targets").EnumerateObject().First().Value.Clone();
    });
}
