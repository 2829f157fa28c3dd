using System.Net.Sockets;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Host.Cli;

/// <summary>How an exception ends the program: the one place that maps them.</summary>
/// <param name="ExitCode">What the process ends with.</param>
/// <param name="Message">What to tell: what is wrong, and what to do next.</param>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>What an exception means.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new(Cli.ExitCode.Cancelled, "Cancelled. What was done is kept; the same "
            + "command goes on from there."),
        UsageException => new(Cli.ExitCode.Usage, exception.Message),
        OptionsValidationException validation => new(Cli.ExitCode.Usage, "A setting is out of range: " + string.Join(" ", validation.Failures)),
        EnvironmentException or StorageException or EmbeddingException => new(Cli.ExitCode.Environment, exception.Message),
        AddressInUseException or SocketException => new(Cli.ExitCode.Environment, exception.Message),
        UnauthorizedAccessException => new(
            Cli.ExitCode.Environment, exception.Message + " Give the program's user the right to it, or choose "
                + "another place."),
        IOException => new(Cli.ExitCode.Environment, exception.Message + " See that the disk has room and the path "
            + "can be written."),
        _ => new(Cli.ExitCode.Unexpected, $"Something unexpected happened: {exception.Message} This is a defect: "
            + "run the command again with --verbose and report what it prints."),
    };
}
