using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterEngine.Core.Text;

namespace ClusterEngine.Host.Cli;

/// <summary>Finds what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>What is wrong, one sentence each; empty: nothing.</summary>
    public static IReadOnlyList<string> Find(ParseResult parse, IEnumerable<string> settingOptions)
    {
        var command = parse.CommandResult.Command;
        var written = StrayOptions(parse).Concat(parse.UnmatchedTokens).Distinct(StringComparer.Ordinal).ToList();
        var errors = new List<string>();
        foreach (var token in written)
        {
            if (token is ['-', _, ..])
            {
                var name = token.Split('=')[0];
                errors.Add(DidYouMean($"Unknown option {name}.", name, OptionNames(parse).Concat(settingOptions)));
            }
            else if (command.Subcommands.Count > 0)
            {
                errors.Add(DidYouMean($"Unknown command {token}.", token, command.Subcommands.Select(c => c.Name)));
            }
            else
            {
                errors.Add($"{command.Name} does not take {token}.");
            }
        }

        return errors.Count > 0 ? errors : [.. parse.Errors.Select(e => e.Message)];
    }

    // An unknown option would otherwise be taken for one of the command's free arguments, such as a file's name. What
    // stands
    // behind "--" is meant so.
    private static IEnumerable<string> StrayOptions(ParseResult parse)
    {
        var free = parse.CommandResult.Command.Arguments
            .SelectMany(a => parse.GetResult(a)?.Tokens ?? [])
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return parse.Tokens
            .TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Value is ['-', _, ..] && free.Contains(t))
            .Select(t => t.Value);
    }

    private static IEnumerable<string> OptionNames(ParseResult parse)
    {
        for (SymbolResult? at = parse.CommandResult; at is CommandResult { Command: var command }; at = at.Parent)
        {
            foreach (var option in command.Options)
            {
                yield return option.Name;
            }
        }
    }

    private static string DidYouMean(string error, string written, IEnumerable<string> known) =>
        NearestName.Find(written, known) is { } near ? $"{error} Did you mean {near}?" : error;
}
