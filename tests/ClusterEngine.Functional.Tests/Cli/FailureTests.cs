using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Functional.Tests.Cli;

public sealed class FailureTests
{
    public static TheoryData<Exception, int> Cases => new()
    {
        { new OperationCanceledException(), 130 },
        { new TaskCanceledException(), 130 },
        { new UsageException("x"), 2 },
        { new EnvironmentException("x"), 4 },
        { new StorageException("x"), 4 },
        { new EmbeddingException("x"), 4 },
        { new IOException("No space left on device"), 4 },
        { new UnauthorizedAccessException("x"), 4 },
        { new InvalidOperationException("x"), 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_kind_of_failure_has_its_exit_code(Exception exception, int code) =>
        Failure.Of(exception).ExitCode.ShouldBe(code);

    [Fact]
    public void A_defect_says_how_to_see_more() =>
        Failure.Of(new InvalidOperationException("Sequence contains no elements")).Message.ShouldContain("--verbose");
}
