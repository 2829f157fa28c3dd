namespace ClusterEngine.Host.Cli;

/// <summary>Settings given as options, <c>--Storage:DataDirectory=DIR</c> or <c>--Storage:DataDirectory DIR</c>. They
/// are taken
/// out before the rest is parsed, because the parser takes a colon for the end of an option's name.</summary>
/// <param name="Values">Each setting's key and value, in the order given.</param>
/// <param name="Rest">The other arguments.</param>
internal sealed record SettingArguments(IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<string> Rest)
{
    /// <summary>Parts settings from other arguments. A setting begins with two hyphens and a capital letter and has a
    /// colon
    /// in its name; behind <c>--</c> there are none.</summary>
    /// <exception cref="UsageException">A setting has no value.</exception>
    public static SettingArguments Split(IReadOnlyList<string> args)
    {
        var values = new List<KeyValuePair<string, string>>();
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--")
            {
                rest.AddRange(args.Skip(i));
                break;
            }

            var (name, value) = SplitAtEquals(args[i]);
            if (!IsSetting(name))
            {
                rest.Add(args[i]);
                continue;
            }

            if (value is null)
            {
                value = ++i < args.Count && !args[i].StartsWith("--", StringComparison.Ordinal)
                    ? args[i]
                    : throw new UsageException($"{name} has no value. Write {name}=VALUE.");
            }

            values.Add(new(name[2..], value));
        }

        return new SettingArguments(values, rest);
    }

    private static (string Name, string? Value) SplitAtEquals(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static bool IsSetting(string name) =>
        name.Length > 3 && name.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[2])
        && name.Contains(':', StringComparison.Ordinal);
}
