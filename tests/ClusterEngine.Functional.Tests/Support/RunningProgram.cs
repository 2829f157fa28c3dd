using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ClusterEngine.Functional.Tests.Support;

/// <summary>The program as a process of its own, as a user starts it.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly SemaphoreSlim news = new(0);

    private RunningProgram(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Hear(output, e.Data);
        process.ErrorDataReceived += (_, e) => Hear(error, e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static RunningProgram Start(string workingDirectory, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "clusterengine.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["XDG_DATA_HOME"] = Path.Combine(workingDirectory, "xdg"); // never the user's own data
        start.Environment["LANG"] = "sv_SE.UTF-8";
        return new RunningProgram(start);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Ended> RunAsync(string workingDirectory, params string[] args)
    {
        using var program = Start(workingDirectory, args);
        return await program.EndAsync(Patience);
    }

    /// <summary>Waits for a line, on stdout or stderr, that holds a text.</summary>
    public async Task<string> LineAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            while (lines.TryDequeue(out var line))
            {
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }

            process.HasExited.ShouldBeFalse($"the program ended before it printed \"{text}\"\n{output}\n{error}");
            await news.WaitAsync(patience.Token);
        }
    }

    /// <summary>Sends a signal by its name, such as <c>INT</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Ended> EndAsync(TimeSpan within)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(within);
        await process.WaitForExitAsync(patience.Token);
        return new Ended(process.ExitCode, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        news.Dispose();
    }

    private void Hear(StringBuilder into, string? line)
    {
        if (line is not null)
        {
            lock (into)
            {
                into.AppendLine(line);
            }

            lines.Enqueue(line);
        }

        news.Release();
    }
}
