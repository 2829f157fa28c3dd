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
            Write("Example:", help.Example.Split('\n')); // as typed: never folded
            Write("Exit codes:", help.ExitCodes.Split('\n').SelectMany(Fold));
            Write("Read on:", help.ReadOn.Split('\n').SelectMany(Fold));
        }

        return ExitCode.Done;
    }

    private void Write(string title, IEnumerable<string> lines)
    {
        environment.Out.WriteLine(title);
        foreach (var line in lines)
        {
            environment.Out.WriteLine(line.Length == 0 ? "" : "  " + line);
        }

        environment.Out.WriteLine();
    }

    // At spaces, to the width that is left beside the two of the indent.
    private IEnumerable<string> Fold(string line)
    {
        var width = inner.MaxWidth - 2;
        while (line.Length > width && line.LastIndexOf(' ', width) is > 0 and var space)
        {
            yield return line[..space];
            line = line[(space + 1)..];
        }

        yield return line;
    }
}

/// <summary>A command whose help teaches.</summary>
internal interface IHelpedCommand
{
    /// <summary>What its help says besides its options.</summary>
    CommandHelp Help { get; }
}
