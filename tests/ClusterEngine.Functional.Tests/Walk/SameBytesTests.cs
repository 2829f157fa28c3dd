using ClusterEngine.Functional.Tests.Support;

namespace ClusterEngine.Functional.Tests.Walk;

[Collection(nameof(SampleReport))]
public sealed class SameBytesTests(SampleReport expected) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Another_directory_gives_the_same_report()
    {
        await Sample.ImportAsync(scratch);

        (await Sample.MatchAsync(scratch, "--Models:Threads=2")).ShouldBe(expected.Files);
    }

    [Fact]
    public async Task The_order_of_the_lines_does_not_matter()
    {
        var random = new Random(20261125);
        await Sample.ImportAsync(scratch, lines =>
        {
            random.Shuffle(lines);
            return lines;
        });

        (await Sample.MatchAsync(scratch, "--Models:Threads=2")).ShouldBe(expected.Files);
    }

    [Fact]
    public async Task The_number_of_threads_does_not_matter()
    {
        await Sample.ImportAsync(scratch);

        (await Sample.MatchAsync(scratch, "--Models:Threads=1")).ShouldBe(expected.Files);
    }
}

[CollectionDefinition(nameof(SampleReport))]
public sealed class SharesSampleReport : ICollectionFixture<SampleReport>;
