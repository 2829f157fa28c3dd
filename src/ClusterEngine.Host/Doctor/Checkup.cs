using System.Runtime.CompilerServices;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Doctor;

/// <summary>All checks, one after another.</summary>
internal static class Checkup
{
    /// <summary>Runs them.</summary>
    public static async IAsyncEnumerable<Finding> RunAsync(
        CommandSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var finding in await ModelCheck.RunAsync(session, cancellationToken))
        {
            yield return finding;
        }

        yield return DiskCheck.Writable(session);
        yield return DiskCheck.Space(session);
        yield return await StoreCheck.RunAsync(session, cancellationToken);
        yield return PortCheck.Run(session);
        yield return LanguageCheck.TimeZone();
        yield return LanguageCheck.Culture();
        yield return LanguageCheck.Sorting();
    }
}
