using System.Runtime.InteropServices;

namespace ClusterEngine.Host.Cli;

/// <summary>Turns SIGINT (Ctrl+C) and SIGTERM into cancellation. A second signal, or five seconds without an end, ends
/// the
/// process at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4.5); // under the five seconds that we promise

    private readonly CancellationTokenSource source = new();
    private readonly TimeProvider time;
    private readonly PosixSignalRegistration[] registrations;
    private int signals;
    private ITimer? deadline;

    public Interrupt(TimeProvider time)
    {
        this.time = time;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        deadline?.Dispose();
        source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref signals) > 1)
        {
            return; // not handled: the system's own answer ends the process
        }

        context.Cancel = true;
        deadline = time.CreateTimer(static _ => Environment.Exit(ExitCode.Cancelled), null, Grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}
