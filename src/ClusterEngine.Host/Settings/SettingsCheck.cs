using ClusterEngine.Core.Text;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Settings;

/// <summary>Refuses settings that the program does not know, so that a slip of the pen is not a setting without
/// effect.</summary>
internal sealed class SettingsCheck(KnownSettings known)
{
    /// <summary>Checks one setting.</summary>
    /// <param name="key">Its key, with colons.</param>
    /// <param name="written">As it was written, for the message: <c>--Storage:Provder</c>.</param>
    /// <param name="sectionsAreOurs">Whether an unknown section is an error too. Not so for environment variables,
    /// most of
    /// which are other programs'.</param>
    /// <exception cref="UsageException">It is not known; the message names the nearest that is.</exception>
    public void Check(string key, string written, bool sectionsAreOurs)
    {
        var parts = key.Split(':');
        var section = known.Sections.FirstOrDefault(s => s.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
        if (section is null || parts.Length == 1)
        {
            if (sectionsAreOurs)
            {
                throw section is null
                    ? new UsageException(
                        DidYouMean($"{written}: there is no section {parts[0]}.", parts[0], known.Sections, ""))
                    : new UsageException(
                        $"{written}: {section} is a section of settings, not a setting. It has {List(section)}.");
            }

            return;
        }

        if (known.TypeOf(section) is { } type)
        {
            Check(type, parts, 1, section, written);
        }
    }

    private static void Check(Type type, string[] parts, int at, string path, string written)
    {
        var properties = KnownSettings.Properties(type).ToList();
        var property = properties.FirstOrDefault(p => p.Name.Equals(parts[at], StringComparison.OrdinalIgnoreCase));
        if (property is null)
        {
            throw new UsageException(DidYouMean(
                $"{written}: there is no setting {parts[at]} in {path}.", parts[at], properties.Select(p => p.Name), path + ":"));
        }

        if (at + 1 < parts.Length && KnownSettings.HoldsSettings(property.PropertyType))
        {
            Check(property.PropertyType, parts, at + 1, $"{path}:{property.Name}", written);
        }
    }

    private string List(string section) => known.TypeOf(section) is { } type
        ? string.Join(", ", KnownSettings.Properties(type).Select(p => $"{section}:{p.Name}"))
        : $"{section}:LogLevel:Default";

    private static string DidYouMean(string error, string written, IEnumerable<string> names, string prefix)
    {
        var all = names.ToList();
        return NearestName.Find(written, all) is { } near
            ? $"{error} Did you mean {prefix}{near}?"
            : $"{error} There is {string.Join(", ", all.Select(n => prefix + n))}.";
    }
}
