using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Diagnostics.CodeAnalysis;
using ClusterEngine.Host.Commands;
using ClusterEngine.Host.Output;
using ClusterEngine.Host.Settings;

namespace ClusterEngine.Host.Cli;

/// <summary>Parses the arguments and runs the command that they name.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    [SuppressMessage(
        "Design", "CA1031", Justification = "The outermost catch of the program: everything becomes a message and an exit code.")]
    public static async Task<int> RunAsync(IReadOnlyList<string> args, ProgramEnvironment environment)
    {
        using var interrupt = new Interrupt(environment.Time);
        try
        {
            var settings = SettingArguments.Split(args);
            var globals = new GlobalOptions();
            var root = CreateRoot(new Shell(environment, globals, settings));
            var parse = root.Parse(settings.Rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parse.Action is not TeachingHelpAction && FindErrors(parse) is { Count: > 0 } errors)
            {
                var command = string.Join(' ', PathOf(parse));
                throw new UsageException(string.Join(Environment.NewLine, errors) + $" See {command} --help.");
            }

            return await parse.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = environment.Out,
                    Error = environment.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null, // Interrupt does it, with an exit code of its own
                },
                interrupt.Token);
        }
        catch (Exception exception)
        {
            return Report(exception, args, environment);
        }
    }

    /// <summary>The root command with all others.</summary>
    public static RootCommand CreateRoot(Shell shell)
    {
        var root = new HelpedRootCommand();
        foreach (var option in shell.Globals.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in AllCommands.Create(shell))
        {
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelpAction((HelpAction)help.Action!, shell.Environment);
        root.SetAction(parse => help.Action is SynchronousCommandLineAction teach ? teach.Invoke(parse) : ExitCode.Done);
        return root;
    }

    private static IReadOnlyList<string> FindErrors(ParseResult parse) => UsageErrors.Find(
        parse, KnownSettings.OfProgram().Select(s => "--" + s));

    private static List<string> PathOf(ParseResult parse)
    {
        var names = new List<string>();
        for (var at = parse.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, at.Command is RootCommand ? "clusterengine" : at.Command.Name);
        }

        return names;
    }

    private static int Report(Exception exception, IReadOnlyList<string> args, ProgramEnvironment environment)
    {
        var failure = Failure.Of(exception);
        environment.Error.WriteLine(
            failure.ExitCode == ExitCode.Cancelled ? failure.Message : "clusterengine: " + failure.Message);
        if (args.Contains("--verbose", StringComparer.Ordinal))
        {
            environment.Error.WriteLine(exception.ToString());
        }

        if (args.Contains("--json", StringComparer.Ordinal))
        {
            JsonOutput.Write(environment.Out, new ErrorDocument(failure.Message, failure.ExitCode));
        }

        return failure.ExitCode;
    }

    private sealed record ErrorDocument(string Error, int ExitCode);
}
