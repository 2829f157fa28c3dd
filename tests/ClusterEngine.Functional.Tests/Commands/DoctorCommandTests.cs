using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_fresh_machine_is_in_order_and_is_left_as_it_was()
    {
        var ended = (await scratch.RunAsync("doctor", "--web-port", "0")).ShouldEndWith(0);

        ended.Out.ShouldNotContain("problem");
        foreach (var what in new[] { "model", "write permission", "disk space", "store", "web port", "time zone", "culture", "sorting" })
        {
            ended.Out.ShouldContain($"ok       {what}:");
        }

        Directory.EnumerateFileSystemEntries(scratch.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_names_the_culture_that_the_program_runs_under()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nn-NO");
            (await scratch.RunAsync("doctor", "--web-port", "0")).Out.ShouldContain("the system's own is nn-NO");
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            (await scratch.RunAsync("doctor", "--web-port", "0")).Out.ShouldContain("the system's own is the invariant one");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_missing_model_is_a_problem_that_ends_with_4_and_says_how_to_mend_it()
    {
        var ended = (await scratch.RunAsync("doctor", "--json", "--Models:Directory", scratch.Path)).ShouldEndWith(4);

        using var document = JsonDocument.Parse(ended.Out);
        var model = document.RootElement.EnumerateArray().First(f => f.GetProperty("what").ValueEquals("model"));
        model.GetProperty("state").GetString().ShouldBe("problem");
        model.GetProperty("found").GetString()!.ShouldContain(scratch.Path);
    }

    [Fact]
    public async Task A_damaged_store_is_a_problem()
    {
        Directory.CreateDirectory(scratch.Data);
        File.WriteAllText(Path.Combine(scratch.Data, "clusterengine.db"), string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        (await scratch.RunAsync("doctor")).ShouldEndWith(4).Out.ShouldContain("problem  store:");
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_a_problem()
    {
        // Root may write anywhere but in the kernel's own file systems.
        Assert.SkipUnless(Directory.Exists("/sys/kernel"), "needs /sys");

        (await scratch.RunAsync("doctor", "--data-directory", "/sys/kernel/clusterengine")).ShouldEndWith(4)
            .Out.ShouldContain("problem  write permission:");
    }

    [Fact]
    public async Task A_port_in_use_is_a_warning_that_names_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        (await scratch.RunAsync("doctor", FormattableString.Invariant($"--web-port={port}"))).ShouldEndWith(0)
            .Out.ShouldContain(FormattableString.Invariant($"warning  web port: {port} is in use"));
    }
}
