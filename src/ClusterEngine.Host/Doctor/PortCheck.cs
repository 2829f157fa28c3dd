using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Web;

namespace ClusterEngine.Host.Doctor;

/// <summary>Whether the web port is free.</summary>
internal static class PortCheck
{
    public static Finding Run(CommandSession session)
    {
        var port = WebPort.Of(session.Services);
        return WebPort.IsFree(port)
            ? new Finding(FindingState.Ok, "web port", FormattableString.Invariant($"{port} is free"))
            : new Finding(
                FindingState.Warning, "web port", FormattableString.Invariant($"{port} is in use, by this program or another"),
                "If it is another program, choose another port: --web-port N, or 0 for any free one.");
    }
}
