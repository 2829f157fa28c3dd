using System.CommandLine;
using ClusterEngine.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace ClusterEngine.Host.Cli;

/// <summary>What every command is made with.</summary>
/// <param name="Environment">What the program has around it.</param>
/// <param name="Globals">The options that every command takes.</param>
/// <param name="Settings">The settings that were given as options.</param>
internal sealed record Shell(ProgramEnvironment Environment, GlobalOptions Globals, SettingArguments Settings)
{
    /// <summary>All settings, checked.</summary>
    /// <param name="parse">The parsed command line.</param>
    /// <param name="check">Knows which settings there are.</param>
    /// <exception cref="UsageException">See <see cref="HostConfiguration.Read"/>.</exception>
    public IConfigurationRoot ReadSettings(ParseResult parse, SettingsCheck check) => HostConfiguration.Read(
        Environment,
        parse.GetValue(Globals.Config),
        [.. Settings.Values.Select(s => ("--" + s.Key, s.Key, s.Value)), .. Globals.SettingsIn(parse)],
        check);
}
