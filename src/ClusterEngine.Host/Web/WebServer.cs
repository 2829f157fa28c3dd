using System.Net;
using ClusterEngine.Api;
using ClusterEngine.Host.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClusterEngine.Host.Web;

/// <summary>Serves the pages on the loopback address.</summary>
internal static class WebServer
{
    /// <summary>Adds the server. It listens when the application is started.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, WebPort.Of(kestrel.ApplicationServices));
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3)); // of the five that stopping may take
    }

    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>The exit code: stopping a service that was ready is no failure.</returns>
    /// <exception cref="EnvironmentException">The port cannot be had.</exception>
    public static async Task<int> RunAsync(CommandSession session, WebApplication app, CancellationToken cancellationToken)
    {
        app.UseRouting();
        app.MapApi();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw WebPort.Taken(WebPort.Of(app.Services), exception);
        }

        session.WriteLine($"listening web={app.Urls.First()}");
        session.Environment.Error.WriteLine("Ctrl+C stops it.");
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.UnsafeRegister(_ => stopped.TrySetResult(), null))
        using (app.Lifetime.ApplicationStopping.UnsafeRegister(_ => stopped.TrySetResult(), null))
        {
            await stopped.Task;
        }

        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }
}
