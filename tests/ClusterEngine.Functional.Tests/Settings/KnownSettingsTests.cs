using System.Reflection;
using ClusterEngine.Host;
using ClusterEngine.Host.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Functional.Tests.Settings;

public sealed class KnownSettingsTests
{
    private static readonly MethodInfo Bind = typeof(KnownSettingsTests).GetMethod(
        nameof(BindSection), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Fact]
    public void The_rooms_sections_are_known()
    {
        var sections = KnownSettings.Of(new ServiceCollection().AddClusterEngine()).Sections.ToList();

        string[] expected = ["Region", "Storage", "Models", "Api", "Logging"];
        expected.Except(sections, StringComparer.Ordinal).ShouldBeEmpty();
    }

    // The section's name is derived from the class's namespace: this test is what holds the rooms to it.
    [Fact]
    public void Every_known_setting_is_bound_from_the_key_that_it_is_known_by()
    {
        var known = KnownSettings.Of(new ServiceCollection().AddClusterEngine());
        foreach (var section in known.Sections.Where(s => known.TypeOf(s) is not null))
        {
            var type = known.TypeOf(section)!;
            foreach (var property in KnownSettings.Properties(type))
            {
                var key = $"{section}:{property.Name}";
                ((bool)Bind.MakeGenericMethod(type).Invoke(null, [key, property])!).ShouldBeTrue($"{key} has no effect");
            }
        }
    }

    /// <summary>Whether a value that fits no type but text arrives, or is refused by the binder.</summary>
    private static bool BindSection<T>(string key, PropertyInfo property)
        where T : class, new()
    {
        const string Odd = "not a number";
        var list = property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable));
        var services = new ServiceCollection().AddClusterEngine();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new(list ? key + ":0" : key, Odd)]).Build());
        using var provider = services.BuildServiceProvider();
        var options = new T();
        try
        {
            foreach (var configure in provider.GetServices<IConfigureOptions<T>>())
            {
                configure.Configure(options);
            }
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message.Contains(key, StringComparison.Ordinal);
        }

        return property.GetValue(options) switch
        {
            string text => string.Equals(text, Odd, StringComparison.Ordinal),
            System.Collections.IEnumerable items => items.Cast<object>().Any(i => Equals(i, Odd)),
            _ => false,
        };
    }
}
