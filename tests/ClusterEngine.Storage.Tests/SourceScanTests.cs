using System.Text.RegularExpressions;

namespace ClusterEngine.Storage.Tests;

/// <summary>SQL is constant text with parameters. CA1857 asks for constants where commands are made; this looks at the
/// source, so that a suppressed warning does not go unseen.</summary>
public sealed partial class SourceScanTests
{
    [Fact]
    public void No_sql_is_interpolated_or_concatenated()
    {
        var files = Directory.GetFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(10);

        var faults = files.SelectMany(file => Faults(File.ReadAllText(file)).Select(fault => $"{Path.GetFileName(file)}: {fault}"));

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("$\"SELECT {x}\"")]
    [InlineData("$\"\"\"\n  DELETE FROM t WHERE id = {x}\n  \"\"\"")]
    [InlineData("\"SELECT a FROM t WHERE id = \" + id")]
    [InlineData("start + \"UPDATE t SET a = 1\"")]
    [InlineData("\"\"\"\n  SELECT a FROM t\n  \"\"\" + rest")]
    [InlineData("string.Format(\"PRAGMA user_version = {0}\", x)")]
    [InlineData("builder.Append(\"INSERT INTO t\")")]
    [InlineData("command.CommandText = text")]
    [InlineData("command.CommandText += text")]
    public void What_must_not_stand_in_the_source_is_found(string source) => Faults(source).ShouldNotBeEmpty();

    [Theory]
    [InlineData("session.Command(\"SELECT a FROM t\", (\"$id\", id))")]
    [InlineData("$\"The store {file} was selected\" + rest")]
    [InlineData("command.CommandText = sql;")]
    public void What_may_stand_in_the_source_is_not_found(string source) => Faults(source).ShouldBeEmpty();

    private static IEnumerable<string> Faults(string source) =>
        InterpolatedSql().Matches(source)
            .Concat(ConcatenatedSql().Matches(source))
            .Concat(FormattedSql().Matches(source))
            .Concat(OtherCommandText().Matches(source))
            .Select(match => match.Value);

    private static string SourceFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ClusterEngine.sln")))
        {
            root = root.Parent.ShouldNotBeNull();
        }

        return Path.Combine(root.FullName, "src", "ClusterEngine.Storage");
    }

    // A literal that begins with a verb of SQL, quoted once or three times.
    private const string Literal = """
        (?:"{3}\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|WITH)\b(?:(?!"{3})[\s\S])*"{3}|(?<!")"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|WITH)\b[^"\n]*")
        """;

    [GeneratedRegex(@"\$@?" + Literal, RegexOptions.None, 10_000)]
    private static partial Regex InterpolatedSql();

    [GeneratedRegex(Literal + @"\s*\+|\+=?\s*" + Literal, RegexOptions.None, 10_000)]
    private static partial Regex ConcatenatedSql();

    [GeneratedRegex(@"(?:Format|Append\w*|Concat|Join|Create)\(\s*(?:CultureInfo\.\w+,\s*)?" + Literal, RegexOptions.None, 10_000)]
    private static partial Regex FormattedSql();

    // Where commands are made the text is a checked parameter, a constant of the class, or a migration's resource.
    [GeneratedRegex(@"CommandText\s*(?:\+=|=(?!\s*(?:sql|Pragmas|next\.Sql);)).*", RegexOptions.None, 10_000)]
    private static partial Regex OtherCommandText();
}
