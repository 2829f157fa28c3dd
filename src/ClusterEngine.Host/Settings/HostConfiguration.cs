using System.Text.Json;
using ClusterEngine.Host.Cli;
using Microsoft.Extensions.Configuration;

namespace ClusterEngine.Host.Settings;

/// <summary>Settings from everywhere: an option wins over the environment, the environment over the file.</summary>
internal static class HostConfiguration
{
    /// <summary>The settings file that is read when none is named.</summary>
    public const string DefaultFile = "clusterengine.json";

    /// <summary>Reads and checks all settings.</summary>
    /// <param name="environment">The environment variables and the working directory.</param>
    /// <param name="file">The settings file; null: the default one, if it exists.</param>
    /// <param name="options">Settings given as options: as written (<c>--web-port</c>), key and value.</param>
    /// <param name="check">Knows which settings there are.</param>
    /// <exception cref="UsageException">The file cannot be read, or a setting is not known or given twice.</exception>
    public static IConfigurationRoot Read(
        ProgramEnvironment environment,
        string? file,
        IReadOnlyList<(string Option, string Key, string Value)> options,
        SettingsCheck check)
    {
        var builder = new ConfigurationBuilder();
        if (ReadFile(environment.WorkingDirectory, file) is { } settings)
        {
            foreach (var (key, value) in settings.AsEnumerable())
            {
                if (value is not null)
                {
                    check.Check(key, $"{key} in {file ?? DefaultFile}", sectionsAreOurs: true);
                }
            }

            builder.AddConfiguration(settings);
        }

        builder.AddInMemoryCollection(OfEnvironment(environment.Variables, check));
        builder.AddInMemoryCollection(OfOptions(options, check));
        return builder.Build();
    }

    private static IConfigurationRoot? ReadFile(string workingDirectory, string? file)
    {
        var path = Path.Combine(workingDirectory, file ?? DefaultFile);
        if (!File.Exists(path))
        {
            return file is null && !Directory.Exists(path)
                ? null
                : throw new UsageException(
                    $"There is no settings file {path}. Name another with --config, or leave it out.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or JsonException)
        {
            var cause = exception.InnerException?.Message ?? exception.Message;
            throw new UsageException($"The settings file {path} is not valid JSON: {cause} Mend it, or name another with --config.", exception);
        }
    }

    private static Dictionary<string, string?> OfEnvironment(IReadOnlyDictionary<string, string?> variables, SettingsCheck check)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if (name.Contains("__", StringComparison.Ordinal))
            {
                var key = name.Replace("__", ":", StringComparison.Ordinal);
                check.Check(key, $"environment variable {name}", sectionsAreOurs: false);
                settings[key] = value;
            }
        }

        return settings;
    }

    private static Dictionary<string, string?> OfOptions(
        IReadOnlyList<(string Option, string Key, string Value)> options, SettingsCheck check)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (option, key, value) in options)
        {
            check.Check(key, option, sectionsAreOurs: true);
            if (!settings.TryAdd(key, value))
            {
                throw new UsageException($"{key} is given twice on the command line. Give it once.");
            }
        }

        return settings;
    }
}
