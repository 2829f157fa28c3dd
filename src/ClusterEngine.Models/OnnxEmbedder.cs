using ClusterEngine.Core.Embeddings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Models;

/// <summary>Embeds with the model in <c>models/</c>. Safe to use from several threads: they share the model and its
/// threads.</summary>
internal sealed class OnnxEmbedder(
    ModelDirectory directory, IOptions<ModelOptions> options, TimeProvider time, ILogger<OnnxEmbedder> logger)
    : ITextEmbedder, IDisposable
{
    private readonly Lock loading = new();
    private EmbeddingModel? description;
    private LoadedModel? loaded;
    private bool disposed;

    /// <summary>The model in use. The first call reads and checks its files; the first embedding loads it (about a second).</summary>
    /// <exception cref="EmbeddingException">A file is missing or altered. That is not remembered: once it is mended,
    /// the next call works.</exception>
    public EmbeddingModel Model
    {
        get
        {
            lock (loading)
            {
                return description ??= Describe();
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<IReadOnlyList<float[]>>> EmbedAsync(
        IReadOnlyList<TextToEmbed> texts, IProgress<int>? progress, CancellationToken cancellationToken) =>
        await Task.Run(
            () =>
            {
                var model = Load();
                var started = time.GetTimestamp();
                var vectors = TextVectors.Compute(model, texts, progress, cancellationToken);
                ModelsLog.Embedded(
                    logger, model.Manifest.Id, texts.Count, vectors.Sum(windows => windows.Count), Since(started));
                return vectors;
            },
            cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TokenEmbedding>> EmbedTokensAsync(
        IReadOnlyList<TextToEmbed> texts, CancellationToken cancellationToken) =>
        await Task.Run(() => TokenVectors.Compute(Load(), texts, cancellationToken), cancellationToken);

    /// <summary>Waits for batches that run and lets the model go.</summary>
    public void Dispose()
    {
        lock (loading)
        {
            disposed = true;
            loaded?.Dispose();
        }
    }

    private EmbeddingModel Describe()
    {
        var manifest = directory.ReadManifest();
        directory.Require(manifest.Tokenizer);
        directory.Require(manifest.Encoder);
        return new EmbeddingModel(manifest.Id, manifest.Dimensions, manifest.FitThreshold);
    }

    private LoadedModel Load()
    {
        lock (loading)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return loaded ??= LoadNow();
        }
    }

    private LoadedModel LoadNow()
    {
        var started = time.GetTimestamp();
        var threads = options.Value.Threads ?? Environment.ProcessorCount;
        var model = LoadedModel.Load(directory, threads);
        if (description is { } promised && !string.Equals(promised.Id, model.Manifest.Id, StringComparison.Ordinal))
        {
            model.Dispose();
            throw new EmbeddingException(
                $"The model in the folder was {promised.Id} when the program started and is {model.Manifest.Id} now. "
                + "Start the program again, so that vectors of two models are not mixed.");
        }

        ModelsLog.Loaded(logger, model.Manifest.Id, Since(started), threads);
        return model;
    }

    private double Since(long timestamp) => time.GetElapsedTime(timestamp).TotalMilliseconds;
}
