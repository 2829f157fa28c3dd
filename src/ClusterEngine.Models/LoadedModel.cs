using ClusterEngine.Core.Embeddings;
using Microsoft.ML.OnnxRuntime;

namespace ClusterEngine.Models;

/// <summary>A model in memory: some 450 MB.</summary>
internal sealed class LoadedModel : IDisposable
{
    private LoadedModel(ModelManifest manifest, TextTokenizer tokenizer, EncoderSession encoder) =>
        (Manifest, Tokenizer, Encoder) = (manifest, tokenizer, encoder);

    /// <summary>What it is.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>From text to tokens.</summary>
    public TextTokenizer Tokenizer { get; }

    /// <summary>From tokens to vectors.</summary>
    public EncoderSession Encoder { get; }

    /// <summary>Checks the files and reads them.</summary>
    /// <exception cref="EmbeddingException">A file is missing, altered or cannot be used.</exception>
    public static LoadedModel Load(ModelDirectory directory, int threads)
    {
        var manifest = directory.ReadManifest();
        directory.Require(manifest.Tokenizer);
        directory.Require(manifest.Encoder);
        try
        {
            using var stream = File.OpenRead(directory.PathOf(manifest.Tokenizer.Name));
            var tokenizer = new TextTokenizer(stream, manifest.Prefixes);
            return new LoadedModel(manifest, tokenizer, new EncoderSession(directory.PathOf(manifest.Encoder.Name), threads));
        }
        catch (OnnxRuntimeException e)
        {
            throw new EmbeddingException(
                $"ONNX Runtime cannot load {directory.PathOf(manifest.Encoder.Name)} although its hash is right: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddingException($"The model file {manifest.Tokenizer.Name} cannot be read: {e.Message}", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Encoder.Dispose();
}
