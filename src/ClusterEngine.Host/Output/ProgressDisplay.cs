using System.Globalization;
using ClusterEngine.Host.Cli;
using Spectre.Console;

namespace ClusterEngine.Host.Output;

/// <summary>Shows how far long steps have come: bars on a terminal, otherwise plain lines, both on stderr.</summary>
internal abstract class ProgressDisplay
{
    /// <summary>Begins a step, or goes on with the one of that name.</summary>
    public abstract void Begin(string step);

    /// <summary>Says how far a step has come.</summary>
    public abstract void Report(string step, long done, long total);

    /// <summary>Ends a step, with what came of it.</summary>
    public abstract void End(string step, string outcome);

    /// <summary>Runs work with a display.</summary>
    public static async Task RunAsync(ProgramEnvironment environment, Func<ProgressDisplay, Task> work)
    {
        if (!environment.ErrorIsTerminal)
        {
            await work(new PlainProgress(environment));
            return;
        }

        var console = Screen.Console(environment, environment.Error, terminal: true);
        await console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 30 },
                new PercentageColumn())
            .StartAsync(context => work(new BarProgress(context, console)));
    }
}

/// <summary>A bar for the step under way; when the step ends, a line in its place.</summary>
internal sealed class BarProgress(ProgressContext context, IAnsiConsole console) : ProgressDisplay
{
    private readonly Dictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public override void Begin(string step)
    {
        lock (gate)
        {
            Bar(step);
        }
    }

    public override void Report(string step, long done, long total)
    {
        lock (gate)
        {
            var bar = Bar(step);
            bar.MaxValue = Math.Max(total, 1);
            bar.Value = Math.Min(done, Math.Max(total, 1));
        }
    }

    public override void End(string step, string outcome)
    {
        lock (gate)
        {
            var bar = Bar(step);
            bar.Value = bar.MaxValue;
            bar.StopTask();
            console.WriteLine($"{step}: {SafeText.Of(outcome)}");
        }
    }

    private ProgressTask Bar(string step)
    {
        if (!bars.TryGetValue(step, out var bar))
        {
            bars[step] = bar = context.AddTask(Markup.Escape(step));
        }

        return bar;
    }
}

/// <summary>A line for a step that has ended, and one every two seconds for a step that takes longer.</summary>
internal sealed class PlainProgress(ProgramEnvironment environment) : ProgressDisplay
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, long> lastLine = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public override void Begin(string step)
    {
        lock (gate)
        {
            lastLine.TryAdd(step, environment.Time.GetTimestamp());
        }
    }

    public override void Report(string step, long done, long total)
    {
        lock (gate)
        {
            if (!lastLine.TryGetValue(step, out var last))
            {
                lastLine[step] = environment.Time.GetTimestamp();
            }
            else if (environment.Time.GetElapsedTime(last) >= Between)
            {
                lastLine[step] = environment.Time.GetTimestamp();
                environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}: "
                    + $"{Percent(done, total)} %"));
            }
        }
    }

    public override void End(string step, string outcome)
    {
        lock (gate)
        {
            environment.Error.WriteLine($"{step}: {SafeText.Of(outcome)}");
        }
    }

    private static long Percent(long done, long total) => total <= 0 ? 0 : 100 * Math.Min(done, total) / total;
}
