using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Host.Settings;

/// <summary>The settings that the program knows: the properties of the options classes that its rooms register. A room
/// has
/// one name everywhere, so the section is the last part of the class's namespace (<c>ClusterEngine.Storage</c> →
/// <c>Storage</c>);
/// a class that stands in Core itself names its section by its own name (<c>RegionOptions</c> →
/// <c>Region</c>).</summary>
internal sealed class KnownSettings
{
    private readonly SortedDictionary<string, Type> sections = new(StringComparer.OrdinalIgnoreCase);

    private KnownSettings(IServiceCollection services)
    {
        foreach (var descriptor in services)
        {
            if (descriptor.ServiceType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>)
                && type.GetGenericArguments()[0] is { } options
                && options.Namespace!.StartsWith("ClusterEngine.", StringComparison.Ordinal))
            {
                sections[SectionOf(options)] = options;
            }
        }
    }

    /// <summary>Sections in which any name goes: those of Microsoft's own logging.</summary>
    public static string Logging => "Logging";

    /// <summary>The names of all sections.</summary>
    public IEnumerable<string> Sections => sections.Keys.Append(Logging);

    /// <summary>The settings of a set of services.</summary>
    public static KnownSettings Of(IServiceCollection services) => new(services);

    /// <summary>The settings of the whole program, such as <c>Storage:DataDirectory</c>.</summary>
    public static IReadOnlyList<string> OfProgram() => [.. Of(new ServiceCollection().AddClusterEngine()).Names()];

    /// <summary>Every setting by its full name, in order.</summary>
    public IEnumerable<string> Names() => sections.SelectMany(s => Properties(s.Value).Select(p => $"{s.Key}:{p.Name}"));

    /// <summary>The options class of a section; null: none is bound to it.</summary>
    public Type? TypeOf(string section) => sections.GetValueOrDefault(section);

    /// <summary>The settable properties of an options class.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite)
        .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>Whether a property holds settings of its own below it: another options class, and no value or
    /// list.</summary>
    public static bool HoldsSettings(Type type) =>
        type.IsClass && type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type)
        && type.Namespace!.StartsWith("ClusterEngine.", StringComparison.Ordinal);

    private static string SectionOf(Type options)
    {
        var room = options.Namespace!.Split('.')[^1];
        return room is "Core" ? options.Name.Replace("Options", "", StringComparison.Ordinal) : room;
    }
}
