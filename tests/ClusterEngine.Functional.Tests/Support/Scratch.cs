using ClusterEngine.Host.Cli;

namespace ClusterEngine.Functional.Tests.Support;

/// <summary>A directory of its own for a test, and the program run in it; removed afterwards.</summary>
public sealed class Scratch : IDisposable
{
    public Scratch() => Path = Directory.CreateTempSubdirectory("clusterengine-").FullName;

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the program within this process, on a store in this directory.</summary>
    internal Task<Ended> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string?>(StringComparer.Ordinal), args);

    /// <summary>The same, with environment variables.</summary>
    internal async Task<Ended> RunAsync(Dictionary<string, string?> variables, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        variables.TryAdd("Storage__DataDirectory", Data); // so that no test reaches the user's own data
        var code = await CommandLine.RunAsync(args, new ProgramEnvironment
        {
            Out = output,
            Error = error,
            WorkingDirectory = Path,
            Variables = variables.Where(v => v.Value is not null).ToDictionary(StringComparer.Ordinal),
        });
        return new Ended(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>How a run of the program ended.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    /// <summary>Fails with what was printed when the exit code is another.</summary>
    public Ended ShouldEndWith(int code)
    {
        Code.ShouldBe(code, $"stdout: {Out}\nstderr: {Error}");
        return this;
    }
}
