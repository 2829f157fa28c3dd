using System.CommandLine;
using System.Globalization;

namespace ClusterEngine.Host.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>The settings file.</summary>
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "The settings file. Default: clusterengine.json in the working directory, if there is one.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Short for <c>--Storage:DataDirectory</c>.</summary>
    public Option<string?> DataDirectory { get; } = new("--data-directory")
    {
        Description = "Where the store is (setting Storage:DataDirectory).",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Short for <c>--Region:Id</c>.</summary>
    public Option<string?> Region { get; } = new("--region")
    {
        Description = "The cluster whose data it is (setting Region:Id).",
        HelpName = "ID",
        Recursive = true,
    };

    /// <summary>Short for <c>--Api:WebPort</c>.</summary>
    public Option<int?> WebPort { get; } = new("--web-port")
    {
        Description = "The port of the web pages, 0 for any free one (setting Api:WebPort).",
        HelpName = "N",
        Recursive = true,
    };

    /// <summary>The language of what people read.</summary>
    public Option<string?> Language { get; } = OneOf(
        "--language", "The language of tables and reports: sv or en. Default: that of your system.", "sv", "en");

    /// <summary>Whether to show causes and logs.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show logs, and the whole cause of an error.",
        Recursive = true,
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Config, DataDirectory, Region, WebPort, Language, Verbose];

    /// <summary>The settings that short options gave.</summary>
    public IEnumerable<(string Option, string Key, string Value)> SettingsIn(ParseResult parse)
    {
        if (parse.GetValue(DataDirectory) is { } directory)
        {
            yield return (DataDirectory.Name, "Storage:DataDirectory", directory);
        }

        if (parse.GetValue(Region) is { } region)
        {
            yield return (Region.Name, "Region:Id", region);
        }

        if (parse.GetValue(WebPort) is { } port)
        {
            yield return (WebPort.Name, "Api:WebPort", port.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A global option that takes one of a few words.</summary>
    private static Option<string?> OneOf(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words), Recursive = true };
        option.AcceptWords(words);
        return option;
    }
}
