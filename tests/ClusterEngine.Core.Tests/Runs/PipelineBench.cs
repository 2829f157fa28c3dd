using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Runs;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using ClusterEngine.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClusterEngine.Core.Tests.Runs;

/// <summary>The whole pipeline on stores in memory and the fake embedder.</summary>
internal sealed class PipelineBench
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    public PipelineBench() => (Runs, Reports) = (new InMemoryRunStore(Clock), new InMemoryReportStore(Clock));

    public FakeTimeProvider Clock { get; } = new(Monday);

    public HashEmbedder Embedder { get; init; } = new();

    public InMemoryProfileStore Profiles { get; } = new();

    public InMemoryVectorStore Vectors { get; } = new();

    public InMemoryVerdictStore Verdicts { get; } = new();

    public InMemoryRunStore Runs { get; }

    public InMemoryReportStore Reports { get; }

    public AllocationOptions Allocation { get; } = new();

    public RunOptions Options { get; } = new() { Threads = 1 };

    /// <summary>Wraps the embedder, to make it fail.</summary>
    public Func<ITextEmbedder, ITextEmbedder> Wrap { get; init; } = embedder => embedder;

    /// <summary>Wraps the run store, to make it stop.</summary>
    public Func<IRunStore, IRunStore> WrapRuns { get; init; } = runs => runs;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task PutAsync(params Profile[] profiles) =>
        await Profiles.PutAsync([.. profiles.Select(profile => new ProfileSubmission(profile, null))], Token);

    public async Task SayAsync(ReportMatch match, VerdictKind kind, RejectionReason? reason = null, DateTimeOffset? at = null) =>
        await Verdicts.AddAsync(
            [
                new Verdict
                {
                    Id = Verdict.DeriveId(match.Need.FacetId, match.Offer.FacetId, VerdictBy.Coordinator, kind, reason, at ?? Monday),
                    NeedId = match.Need.FacetId,
                    OfferId = match.Offer.FacetId,
                    By = VerdictBy.Coordinator,
                    Kind = kind,
                    Reason = reason,
                    At = at ?? Monday,
                },
            ],
            Token);

    public Task<PipelineOutcome> RunAsync(DateTimeOffset? asOf = null, CancellationToken? cancellationToken = null) =>
        RunAtAsync(asOf ?? Monday, cancellationToken ?? Token);

    /// <summary>Without an instant, as <c>match</c> runs.</summary>
    public Task<PipelineOutcome> RunNowAsync(CancellationToken cancellationToken) => RunAtAsync(null, cancellationToken);

    public async Task<StoredReport> StoredAsync(int? version = null) =>
        (await Reports.FindAsync(IsoWeek.Of(Monday), version, Token)).ShouldNotBeNull();

    private async Task<PipelineOutcome> RunAtAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var embedder = Wrap(Embedder);
        var pipeline = new Pipeline(
            new PipelineStores(Profiles, Verdicts, WrapRuns(Runs), Reports),
            new PipelineSettings("flemingsberg", new CandidateOptions(), new ScoringOptions(), Allocation, Options),
            new FacetEmbedder(embedder, Vectors, NullLogger<FacetEmbedder>.Instance),
            embedder, new ReportRenderer(), Clock, NullLogger<Pipeline>.Instance);
        return await pipeline.RunAsync(asOf, null, cancellationToken);
    }
}
