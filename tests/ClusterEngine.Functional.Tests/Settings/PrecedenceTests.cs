using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Settings;

public sealed class PrecedenceTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_file_in_the_working_directory_is_read()
    {
        scratch.Write("clusterengine.json", FileWith("of-file") + " // a remark");

        (await scratch.RunAsync(Without(), "migrate")).ShouldEndWith(0).Out.ShouldContain("of-file");
    }

    [Fact]
    public async Task The_environment_wins_over_the_file()
    {
        scratch.Write("clusterengine.json", FileWith("of-file"));

        (await scratch.RunAsync(With("of-environment"), "migrate")).ShouldEndWith(0).Out.ShouldContain("of-environment");
    }

    [Theory]
    [InlineData("--data-directory")]
    [InlineData("--Storage:DataDirectory")]
    public async Task An_option_wins_over_the_environment(string option)
    {
        var place = Path.Combine(scratch.Path, "of-option");

        (await scratch.RunAsync(With("of-environment"), "migrate", option, place)).ShouldEndWith(0).Out.ShouldContain("of-option");
        (await scratch.RunAsync(With("of-environment"), "migrate", $"{option}={place}")).ShouldEndWith(0).Out.ShouldContain("of-option");
        Directory.Exists(Path.Combine(scratch.Path, "of-environment")).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_file_is_read_in_place_of_the_default_one()
    {
        scratch.Write("clusterengine.json", FileWith("of-file"));
        scratch.Write("other.json", FileWith("of-other"));

        (await scratch.RunAsync(Without(), "migrate", "--config", "other.json")).ShouldEndWith(0).Out.ShouldContain("of-other");
    }

    [Theory]
    [InlineData("""{ "Storage": { "DataDirectry": "x" } }""", "Did you mean Storage:DataDirectory?")]
    [InlineData("""{ "Storrage": { "DataDirectory": "x" } }""", "Did you mean Storage?")]
    [InlineData("""{ "Storage": "x" }""", "Storage is a section of settings")]
    [InlineData("""{ "Storage": { "Provider": "oracle" } }""", "sqlite")]
    [InlineData("{ Storage", "is not valid JSON")]
    [InlineData("", "is not valid JSON")]
    public async Task A_wrong_file_ends_with_2(string content, string message)
    {
        scratch.Write("clusterengine.json", content);

        (await scratch.RunAsync("migrate")).ShouldEndWith(2).Error.ShouldContain(message);
    }

    [Fact]
    public async Task An_unknown_variable_of_a_known_section_ends_with_2_and_others_are_not_ours()
    {
        var wrong = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage__Provder"] = "sqlite" };
        var others = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["REGION"] = "eu-north-1",
            ["DOTNET__X"] = "1",
            ["__x"] = "1",
            ["PATH"] = "/bin",
        };

        (await scratch.RunAsync(wrong, "migrate")).ShouldEndWith(2).Error.ShouldContain("Did you mean Storage:Provider?");
        (await scratch.RunAsync(others, "migrate")).ShouldEndWith(0);
    }

    [Fact]
    public async Task Log_levels_may_be_set_for_any_category() =>
        (await scratch.RunAsync("migrate", "--Logging:LogLevel:ClusterEngine=Error")).ShouldEndWith(0);

    private string FileWith(string directory) =>
        $$"""{ "Storage": { "DataDirectory": {{JsonSerializer.Serialize(Path.Combine(scratch.Path, directory))}} } }""";

    // Null: the variable that tests have is taken away.
    private static Dictionary<string, string?> Without() => new(StringComparer.Ordinal) { ["Storage__DataDirectory"] = null };

    private Dictionary<string, string?> With(string directory) => new(StringComparer.Ordinal)
    {
        ["Storage__DataDirectory"] = Path.Combine(scratch.Path, directory),
    };
}
