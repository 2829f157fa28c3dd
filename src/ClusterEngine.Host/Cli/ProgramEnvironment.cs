using System.Collections;
using System.Globalization;
using System.Text;

namespace ClusterEngine.Host.Cli;

/// <summary>What the program has around it, so that a test can give it another.</summary>
internal sealed record ProgramEnvironment
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where progress, logs and errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal on which lines can be drawn again.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colour is wanted: not with <c>NO_COLOR</c> (no-color.org).</summary>
    public bool Colour { get; init; }

    /// <summary>Characters in a line, at least 80.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Where relative paths and <c>clusterengine.json</c> are looked for.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The language of people-facing output when none is asked for: <c>sv</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The running process's own.</summary>
    public static ProgramEnvironment OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value, StringComparer.Ordinal);
        var canDraw = !string.Equals(variables.GetValueOrDefault("TERM"), "dumb", StringComparison.Ordinal);
        return new ProgramEnvironment
        {
            Out = Console.Out,
            Error = Console.Error,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected && canDraw,
            Colour = canDraw && string.IsNullOrEmpty(variables.GetValueOrDefault("NO_COLOR")),
            Width = Console.IsOutputRedirected ? 80 : Math.Max(80, Console.WindowWidth),
            WorkingDirectory = Environment.CurrentDirectory,
            Variables = variables,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "sv" ? "sv" : "en",
        };
    }
}
