using ClusterEngine.Api;
using ClusterEngine.Core;
using ClusterEngine.Models;
using ClusterEngine.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ClusterEngine.Host;

/// <summary>Puts the program together.</summary>
internal static class HostServices
{
    /// <summary>Every room of the program.</summary>
    public static IServiceCollection AddClusterEngine(this IServiceCollection services) =>
        services.AddCore().AddStorage().AddModels().AddApi();

    /// <summary>Logs on stderr, one line each: warnings and worse, or everything from information on when verbose.
    /// The section <c>Logging</c> has the last word.</summary>
    public static IServiceCollection AddHostLogging(
        this IServiceCollection services, IConfiguration configuration, bool verbose) => services.AddLogging(logging => logging
            .SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None) // the command reports a failed start itself
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
