using ClusterEngine.Core.Allocation;
using ClusterEngine.Core.Candidates;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Reports;
using ClusterEngine.Core.Scoring;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using Microsoft.Extensions.Logging;

namespace ClusterEngine.Core.Runs;

/// <summary>Runs the walk from the stored profiles to the week's draft report: embed, candidates, score, allocate, report.</summary>
public sealed class Pipeline
{
    /// <summary>Changes whenever the program would make other results of the same inputs and settings.</summary>
    internal const string Version = "1";

    private readonly PipelineStores _stores;
    private readonly PipelineSettings _settings;
    private readonly FacetEmbedder _facets;
    private readonly ITextEmbedder _embedder;
    private readonly ReportRenderer _renderer;
    private readonly TimeProvider _clock;
    private readonly ILogger<Pipeline> _logger;

    internal Pipeline(
        PipelineStores stores, PipelineSettings settings, FacetEmbedder facets, ITextEmbedder embedder,
        ReportRenderer renderer, TimeProvider clock, ILogger<Pipeline> logger) =>
        (_stores, _settings, _facets, _embedder, _renderer, _clock, _logger) =
        (stores, settings, facets, embedder, renderer, clock, logger);

    /// <summary>Runs everything for the ISO week of an instant. A run that an ended process left half done goes on; one that is
    /// finished is found again and changes nothing.</summary>
    /// <param name="asOf">The run's clock and the data's cut-off; null: now.</param>
    /// <param name="progress">Told how far each step has come.</param>
    /// <param name="cancellationToken">Stops between pieces of work; what is done stays done.</param>
    /// <exception cref="EmbeddingException">The model is missing, damaged or failed.</exception>
    /// <exception cref="StorageException">The store could not be read or written.</exception>
    public async Task<PipelineOutcome> RunAsync(
        DateTimeOffset? asOf, IProgress<PipelineProgress>? progress, CancellationToken cancellationToken)
    {
        var instant = WholeSecond(asOf ?? _clock.GetUtcNow());
        var week = IsoWeek.Of(instant);
        var inputs = await RunInputs.LoadAsync(_stores.Profiles, _stores.Verdicts, _stores.Reports, instant, cancellationToken);
        var corpus = Corpus.Of(inputs.Profiles);

        var embedding = _clock.GetTimestamp();
        var (embedded, reused) = await _facets.UpdateAsync(corpus, Steps.Embed(progress), cancellationToken);
        var embedTime = _clock.GetElapsedTime(embedding);

        var run = await IdentifyAsync(inputs, instant, week, asOf is null, cancellationToken);
        Report? report = null;
        while (report is null)
        {
            if (await _stores.Runs.FindAsync(run.Id, cancellationToken) is { Status: RunStatus.Finished } finished
                && await _stores.Runs.FindSlateAsync(run.Id, cancellationToken) is { } slate)
            {
                RunsLog.FoundFinished(_logger, run.Id);
                var found = ReportJson.Read(slate.Span);
                await StoreAsync(found, _renderer.Render(found), cancellationToken);
                return new PipelineOutcome(finished, found, embedded, reused, embedTime);
            }

            report = await MatchAsync(run, corpus, inputs, progress, cancellationToken);
        }

        var status = report.Missing.Count == 0 ? RunStatus.Finished : RunStatus.Incomplete;
        var done = run with { Status = status, Counts = report.Counts };
        var files = _renderer.Render(report);
        await _stores.Runs.FinishAsync(done, files["report.json"], cancellationToken);
        await StoreAsync(report, files, cancellationToken);
        progress?.Report(new PipelineProgress(PipelineStep.Report, 1, 1));
        RunsLog.Finished(_logger, run.Id, report.Matches.Count, report.Gaps.Count, report.Waiting.Count);
        return new PipelineOutcome(done, report, embedded, reused, embedTime);
    }

    // Without a given instant a run that was left half done this week, of the same inputs, is taken up with its own.
    private async Task<Run> IdentifyAsync(
        RunInputs inputs, DateTimeOffset instant, IsoWeek week, bool takeUp, CancellationToken cancellationToken)
    {
        var model = _embedder.Model;
        var stamp = new RunStamp(_settings.Region, _settings.Digest(model), model.Id, instant, inputs.Digest());
        if (takeUp)
        {
            var left = (await _stores.Runs.ListAsync(cancellationToken)).FirstOrDefault(
                run => run.Status == RunStatus.Running && run.Week == week && run.Stamp with { AsOf = instant } == stamp);
            if (left is not null)
            {
                RunsLog.Resumed(_logger, left.Id);
                return left;
            }
        }

        return new Run(Run.DeriveId(stamp), stamp, week, RunStatus.Running, null);
    }

    // Null when another process has ended the very same run meanwhile, and its results are gone.
    private async Task<Report?> MatchAsync(
        Run run, Corpus corpus, RunInputs inputs, IProgress<PipelineProgress>? progress, CancellationToken cancellationToken)
    {
        var (scoring, threads) = (_settings.Scoring, _settings.Runs.ThreadCount);
        var vectors = await _facets.LoadAsync(corpus, cancellationToken);
        var states = new PairStates(inputs.Verdicts, run.Stamp.AsOf);
        var matching = new Matching(corpus, vectors, states, run.Week, run.Stamp.AsOf, scoring, threads, cancellationToken);

        var ranges = RangeWorker.Ranges(run.Id, corpus.Needs.Count, _settings.Runs.RangeSize);
        await _stores.Runs.BeginAsync(run, ranges, cancellationToken);
        RunsLog.Begun(
            _logger, run.Id, run.Week.ToString(), corpus.Needs.Count, corpus.Offers.Count,
            await _stores.Runs.CountOpenAsync(run.Id, cancellationToken));
        var scorer = new CandidateScorer(
            vectors.Needs, vectors.Offers, matching.Words, matching.Eligibility, matching.Fit, _settings.Candidates, threads);
        var candidates = await new RangeWorker(_stores.Runs, _clock, _settings.Runs)
            .WorkAsync(run.Id, corpus.Needs.Count, scorer, progress, cancellationToken);
        if (candidates is null)
        {
            return null;
        }

        progress?.Report(new PipelineProgress(PipelineStep.Allocate, 0, 1));
        var slate = Slate.Choose(matching, candidates, inputs, _settings.Allocation, _embedder.Model.FitThreshold);
        progress?.Report(new PipelineProgress(PipelineStep.Allocate, 1, 1));
        progress?.Report(new PipelineProgress(PipelineStep.Report, 0, 1));
        var builder = new ReportBuilder(matching, candidates, slate, inputs, run.Stamp, run.Id, _embedder.Model.FitThreshold);
        try
        {
            var explained = await new MatchExplainer(_embedder).ExplainAsync(slate.Chosen, vectors, cancellationToken);
            return builder.Build(explained, []);
        }
        catch (EmbeddingException exception)
        {
            RunsLog.NotExplained(_logger, run.Id, exception);
            return builder.Build(
                [.. slate.Chosen.Select(pair => MatchExplainer.Texts(pair, vectors))
                    .Select(texts => (texts.Need, texts.Offer, new WordMeetings([], [], [])))],
                ["The words that met could not be found: the matches are listed without them."]);
        }
    }

    private async Task StoreAsync(
        Report report, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CancellationToken cancellationToken) =>
        await _stores.Reports.PutDraftAsync(
            new StoredReport(new ReportHeading(report.Week, 0, report.RunId, _clock.GetUtcNow(), null), files), cancellationToken);

    private static DateTimeOffset WholeSecond(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private sealed class Steps(IProgress<PipelineProgress> progress) : IProgress<(int Done, int Total)>
    {
        public static Steps? Embed(IProgress<PipelineProgress>? progress) =>
            progress is null ? null : new Steps(progress);

        public void Report((int Done, int Total) value) =>
            progress.Report(new PipelineProgress(PipelineStep.Embed, value.Done, value.Total));
    }
}

/// <summary>The stores that a run reads and writes.</summary>
internal sealed record PipelineStores(
    IProfileStore Profiles, IVerdictStore Verdicts, IRunStore Runs, IReportStore Reports);

/// <summary>The settings of a run.</summary>
internal sealed record PipelineSettings(
    string Region, CandidateOptions Candidates, ScoringOptions Scoring, AllocationOptions Allocation, RunOptions Runs)
{
    public string Digest(EmbeddingModel model) => RunInputs.SettingsDigest(Candidates, Scoring, Allocation, model.FitThreshold);
}
