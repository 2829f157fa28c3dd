using System.Net;
using System.Net.Sockets;
using ClusterEngine.Api;
using ClusterEngine.Host.Cli;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Host.Web;

/// <summary>The port that the pages are served on.</summary>
internal static class WebPort
{
    /// <summary>The port of the settings; 0: any free one.</summary>
    public static int Of(IServiceProvider services) => services.GetRequiredService<IOptions<ApiOptions>>().Value.WebPort;

    /// <summary>Whether nothing listens on a loopback port.</summary>
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As Kestrel does it: connections of an earlier process in TIME_WAIT do not count.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException exception)
            when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }

    /// <summary>What to tell when a port cannot be had.</summary>
    public static EnvironmentException Taken(int port, Exception? cause = null) => new(
        FormattableString.Invariant($"Port {port} cannot be had: another program listens on it, or the user may not. ")
            + "Choose another with --web-port N; --web-port 0 takes any free one.",
        cause);
}
