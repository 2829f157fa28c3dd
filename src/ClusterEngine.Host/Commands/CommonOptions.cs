using System.CommandLine;

namespace ClusterEngine.Host.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>Asks for machine-readable output.</summary>
    public static Option<bool> Json() => new("--json")
    {
        Description = "Print one JSON document on stdout; progress and logs go to stderr.",
    };
}
