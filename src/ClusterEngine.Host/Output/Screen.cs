using ClusterEngine.Host.Cli;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ClusterEngine.Host.Output;

/// <summary>Draws tables on stdout, as wide as it is.</summary>
internal static class Screen
{
    /// <summary>A table without a frame, so that it reads well in a narrow terminal and in a file.</summary>
    public static Table NewTable(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        return table;
    }

    /// <summary>A cell: plain text, whatever it looks like.</summary>
    public static Text Cell(string text) => new(SafeText.Of(text));

    /// <summary>A line of less weight, such as an id.</summary>
    public static Text Dim(string text) => new(SafeText.Of(text), new Style(decoration: Decoration.Dim));

    /// <summary>Draws on stdout.</summary>
    public static void Write(ProgramEnvironment environment, IRenderable what)
    {
        var lines = new StringWriter();
        Console(environment, lines, environment.OutIsTerminal).Write(what);
        foreach (var line in lines.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            environment.Out.WriteLine(line.TrimEnd()); // Spectre fills each line with spaces
        }
    }

    /// <summary>A console that writes to a writer.</summary>
    /// <param name="environment">Width and colour.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="terminal">Whether it ends on a terminal that understands escape sequences.</param>
    public static IAnsiConsole Console(ProgramEnvironment environment, TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal && environment.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = environment.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
