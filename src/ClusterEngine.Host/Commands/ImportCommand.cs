using System.CommandLine;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Time;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>Reads profiles or verdicts from files.</summary>
internal sealed class ImportCommand : HostCommand
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "JSON Lines (.jsonl) or CSV (.csv) files.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> source = new("--source")
    {
        Description = "The name that the rows are known by. Default: the file's name without folder and ending. With "
            + "--rejected: only that source's.",
        HelpName = "NAME",
    };

    private readonly Option<string?> encoding = new("--encoding")
    {
        Description = "How a CSV file is encoded: utf-8 (default) or windows-1252.",
        HelpName = "utf-8|windows-1252",
    };
    private readonly Option<bool> relativeDates = new("--relative-dates")
    {
        Description = "Accept dates such as +14d and week+3, counted from this week's Monday. For sample data.",
    };
    private readonly Option<bool> verdicts = new("--verdicts")
    {
        Description = "The files hold verdicts, not profiles.",
    };
    private readonly Option<bool> template = new("--template")
    {
        Description = "Print an example of the CSV form, and stop.",
    };
    private readonly Option<bool> rejected = new("--rejected")
    {
        Description = "List the rows that the last imports refused, and stop.",
    };
    private readonly Option<bool> json = CommonOptions.Json();

    public ImportCommand(Shell shell)
        : base(
            shell,
            "import",
            "Reads profiles from files into the store. A bad row is kept with line, field and reason, and the others "
            + "go in. "
            + "The same file again changes nothing; an import that was stopped is simply run again.",
            new CommandHelp(
                """
                clusterengine import profiles.jsonl             one profile a line
                clusterengine import --template > profiles.csv  a table to fill in
                clusterengine import profiles.csv --source kth  the source is "kth"
                clusterengine import --rejected --source kth    what was refused, and why
                """,
                "0 done, 2 bad usage or a file that cannot be read, 4 the store cannot be written,\n5 done with "
                + "rejected rows, 130 cancelled (the same command goes on from there)",
                "docs/formats/profiles.md (JSON Lines), docs/formats/csv.md (CSV)"))
    {
        encoding.AcceptWords("utf-8", "windows-1252");
        Arguments.Add(files);
        Options.Add(source);
        Options.Add(encoding);
        Options.Add(relativeDates);
        Options.Add(verdicts);
        Options.Add(template);
        Options.Add(rejected);
        Options.Add(json);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var parse = session.Parse;
        var named = parse.GetValue(files) ?? [];
        if (parse.GetValue(template))
        {
            session.Environment.Out.Write(CsvTemplate.Text);
            return ExitCode.Done;
        }

        if (parse.GetValue(rejected))
        {
            return await RejectedRows.ShowAsync(session, parse.GetValue(source), parse.GetValue(json), cancellationToken);
        }

        CheckUsage(named, parse);
        await session.OpenStoreAsync(cancellationToken);
        var outcomes = new List<ImportedFile>();
        await ProgressDisplay.RunAsync(session.Environment, async display =>
        {
            foreach (var file in named)
            {
                outcomes.Add(await FileImport.RunAsync(session, Request(session, file), parse.GetValue(verdicts), display, cancellationToken));
            }
        });

        if (parse.GetValue(json))
        {
            session.WriteJson(outcomes);
        }
        else
        {
            RejectedRows.WriteFirst(session, outcomes);
        }

        return outcomes.Exists(o => o.RejectedRows > 0) ? ExitCode.DoneWithRejects : ExitCode.Done;
    }

    private void CheckUsage(string[] named, ParseResult parse)
    {
        if (named.Length == 0)
        {
            throw new UsageException("Name the files to import. See clusterengine import --help.");
        }

        if (named.Length > 1 && parse.GetValue(source) is not null)
        {
            throw new UsageException("--source goes with one file: two files of one source would replace each "
                + "other's list of rejected rows.");
        }

        if (parse.GetValue(verdicts) && parse.GetValue(relativeDates))
        {
            throw new UsageException("--relative-dates is for profiles: a verdict has an instant of its own.");
        }
    }

    private ImportRequest Request(CommandSession session, string file) => new(
        session.FullPath(file),
        session.Parse.GetValue(source),
        session.Parse.GetValue(encoding) is "windows-1252" ? ImportEncoding.Windows1252 : ImportEncoding.Utf8,
        session.Parse.GetValue(relativeDates) ? IsoWeek.Of(session.Environment.Time.GetUtcNow()) : null);
}
