using System.Diagnostics;

namespace ClusterEngine.Storage.Tests.Sqlite;

/// <summary>This test executable, started again as a process of its own (see <see cref="SqliteChild"/>).</summary>
internal sealed class ChildProcess : IDisposable
{
    public const string Switch = "--storage-child";

    private readonly Process _process;

    public ChildProcess(params string[] arguments)
    {
        // Whether the tests were started by their own executable or by dotnet: both can run the assembly.
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        foreach (var argument in arguments.Prepend(Switch))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
    }

    /// <summary>The next line that the child wrote; null at its end.</summary>
    public ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public void Kill() => _process.Kill();

    /// <summary>The lines that the child wrote until it ended, and its exit code.</summary>
    public async Task<(IReadOnlyList<string> Lines, int ExitCode)> EndAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
        }

        await _process.WaitForExitAsync(cancellationToken);
        return (lines, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
