using System.Globalization;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using ClusterEngine.Core.Embeddings;

namespace ClusterEngine.Testing;

/// <summary>A fake embedder that needs no model: a text's vector is the sum of its words' vectors, and a word's vector
/// comes from its SHA-512. Texts that share words are near each other; others score about 0 (± 1/8, one deviation of
/// the cosine of random vectors in 64 dimensions). Case is ignored, sides too. Safe to use from several threads.</summary>
/// <param name="wordsPerWindow">Words in a window; a longer text gets several vectors. The default is 400.</param>
/// <param name="fitThreshold">The least fit at which an offer counts as a partner. The default is 0.3.</param>
public sealed class HashEmbedder(int wordsPerWindow = 400, double fitThreshold = 0.3) : ITextEmbedder
{
    private const int Dimensions = 64; // SHA-512 gives 64 bytes: one for each

    private int textsEmbedded;

    /// <inheritdoc />
    public EmbeddingModel Model { get; } = new("hash-64", Dimensions, fitThreshold);

    /// <summary>How many texts <see cref="EmbedAsync"/> has embedded so far.</summary>
    public int TextsEmbedded => Volatile.Read(ref textsEmbedded);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<IReadOnlyList<float[]>>> EmbedAsync(
        IReadOnlyList<TextToEmbed> texts, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var all = new IReadOnlyList<float[]>[texts.Count];
        for (var i = 0; i < all.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all[i] = Windows(texts[i].Text);
            Interlocked.Increment(ref textsEmbedded);
            progress?.Report(i + 1);
        }

        return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<float[]>>>(all);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TokenEmbedding>> EmbedTokensAsync(
        IReadOnlyList<TextToEmbed> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<TokenEmbedding>>([.. texts.Select(text => Tokens(text.Text))]);
    }

    private static TokenEmbedding Tokens(string text)
    {
        var ranges = Words(text).ToArray();
        var vectors = new float[ranges.Length * Dimensions];
        for (var i = 0; i < ranges.Length; i++)
        {
            var vector = vectors.AsSpan(i * Dimensions, Dimensions);
            AddWord(text.AsSpan(ranges[i].Start, ranges[i].Length), vector);
            Normalise(vector);
        }

        return new TokenEmbedding(Dimensions, vectors, [.. ranges.Select(_ => 1f)], ranges);
    }

    private static List<TextRange> Words(string text)
    {
        var words = new List<TextRange>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(new TextRange(start, i - start));
            }

            start = i + 1;
        }

        return words;
    }

    private static void AddWord(ReadOnlySpan<char> word, Span<float> sum)
    {
        Span<byte> hash = stackalloc byte[64];
        SHA512.HashData(Encoding.UTF8.GetBytes(word.ToString().ToLower(CultureInfo.InvariantCulture)), hash);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += hash[i] - 127.5f;
        }
    }

    private static void Normalise(Span<float> vector) => TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);

    private float[][] Windows(string text)
    {
        var words = Words(text);
        var windows = new float[Math.Max(1, (words.Count + wordsPerWindow - 1) / wordsPerWindow)][];
        for (var w = 0; w < windows.Length; w++)
        {
            windows[w] = new float[Dimensions];
            foreach (var range in words.Skip(w * wordsPerWindow).Take(wordsPerWindow))
            {
                AddWord(text.AsSpan(range.Start, range.Length), windows[w]);
            }

            if (words.Count == 0)
            {
                AddWord("", windows[w]);
            }

            Normalise(windows[w]);
        }

        return windows;
    }
}
