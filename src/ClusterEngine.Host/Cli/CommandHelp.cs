using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ClusterEngine.Host.Cli;

/// <summary>What a command's help says besides its options.</summary>
/// <param name="Example">Commands as one would type them, with what they do.</param>
/// <param name="ExitCodes">The exit codes that the command can end with, and when.</param>
/// <param name="ReadOn">Where to read more.</param>
internal sealed record CommandHelp(string Example, string ExitCodes, string ReadOn);

/// <summary>Writes the parser's own help, then the example, the exit codes and where to read on.</summary>
internal sealed class TeachingHelpAction(HelpAction inner, ProgramEnvironment environment) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.MaxWidth = Math.Min(environment.Width, 120);
        inner.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IHelpedCommand { Help: var help })
        {
            Write("Example:", help.Example);
            Write("Exit codes:", help.ExitCodes);
            Write("Read on:", help.ReadOn);
        }

        return ExitCode.Done;
    }

    private void Write(string title, string text)
    {
        environment.Out.WriteLine(title);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            environment.Out.WriteLine(line.Length == 0 ? "" : "  " + line);
        }

        environment.Out.WriteLine();
    }
}

/// <summary>A command whose help teaches.</summary>
internal interface IHelpedCommand
{
    /// <summary>What its help says besides its options.</summary>
    CommandHelp Help { get; }
}
