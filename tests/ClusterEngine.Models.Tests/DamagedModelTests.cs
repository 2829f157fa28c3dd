using System.Text;
using ClusterEngine.Core.Embeddings;
using ClusterEngine.Core.Facets;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Models.Tests;

/// <summary>A model that is not what its manifest says is refused, with what to do.</summary>
public sealed class DamagedModelTests : IDisposable
{
    private const string Encoder = "klustermotor-e5-small.onnx";
    private const string Tokenizer = "klustermotor-e5-small.spm.model";

    private readonly string folder = Directory.CreateTempSubdirectory("models-").FullName;

    public DamagedModelTests()
    {
        foreach (var name in (string[])["manifest.json", Encoder, Tokenizer])
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "models", name), Path.Combine(folder, name));
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Encoder, "49,525,939 bytes, SHA-256 e9702088c2b5")]
    [InlineData(Tokenizer, "2,560,392 bytes, SHA-256 4d792f3b369f")]
    public async Task A_missing_file_is_named_with_what_was_expected(string name, string expected)
    {
        File.Delete(PathOf(name));

        await ShouldBeRefusedAsync(name, "missing", expected, "git checkout", "Models:Directory");
    }

    [Theory]
    [InlineData(Encoder)]
    [InlineData(Tokenizer)]
    public async Task A_truncated_file_is_refused(string name)
    {
        using (var stream = File.OpenWrite(PathOf(name)))
        {
            stream.SetLength(stream.Length - 1);
        }

        await ShouldBeRefusedAsync(name, "should have", "git checkout", "Models:Directory");
    }

    [Theory]
    [InlineData(Encoder)]
    [InlineData(Tokenizer)]
    public async Task An_altered_file_is_refused(string name)
    {
        var bytes = await File.ReadAllBytesAsync(PathOf(name), Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(PathOf(name), bytes, Token);

        await ShouldBeRefusedAsync(name, "altered", "git checkout", "Models:Directory");
    }

    [Theory]
    [InlineData("\"minimumProgramVersion\": \"0.1.0\"", "\"minimumProgramVersion\": \"99.0.0\"", "update the program")]
    [InlineData("\"minimumProgramVersion\": \"0.1.0\",", "", "minimumProgramVersion")]
    [InlineData("\"fitThreshold\": ", "\"fitThreshold\": 7", "out of range")]
    [InlineData("\"dimensions\": 384", "\"dimensions\": \"many\"", "cannot be understood")]
    [InlineData("@6076", "@0000", "its files give")]
    [InlineData("\"role\": \"encoder\"", "\"role\": \"other\"", "one file with the role encoder")]
    [InlineData("{", "[", "cannot be understood")]
    public async Task A_manifest_that_cannot_be_used_is_refused(string from, string to, string because)
    {
        var text = await File.ReadAllTextAsync(PathOf("manifest.json"), Token);
        text.ShouldContain(from);
        await File.WriteAllTextAsync(PathOf("manifest.json"), text.Replace(from, to, StringComparison.Ordinal), Token);

        await ShouldBeRefusedAsync("manifest.json", because);
    }

    [Fact]
    public async Task A_missing_folder_is_refused()
    {
        using var embedder = GoldenModel.Create(Path.Combine(folder, "none"), 1);

        (await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(embedder))).Message.ShouldContain("manifest.json is missing");
    }

    [Fact]
    public async Task Once_it_is_mended_the_same_embedder_works()
    {
        using var embedder = GoldenModel.Create(folder, 1);
        File.Move(PathOf(Tokenizer), PathOf("aside"));
        await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(embedder));
        File.Move(PathOf("aside"), PathOf(Tokenizer));

        await EmbedAsync(embedder);

        embedder.Model.Dimensions.ShouldBe(384);
    }

    [Fact]
    public async Task The_verifier_finds_nothing_wrong_with_a_whole_model_and_names_every_bad_file()
    {
        (await Verifier().VerifyAsync(Token)).ShouldBeEmpty();

        await File.WriteAllBytesAsync(PathOf(Encoder), Encoding.UTF8.GetBytes("version https://git-lfs"), Token);
        File.Delete(PathOf(Tokenizer));

        (await Verifier().VerifyAsync(Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_it_is_disposed_an_embedder_says_so()
    {
        var embedder = GoldenModel.Create(folder, 1);
        await EmbedAsync(embedder);
        embedder.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => EmbedAsync(embedder));
    }

    private static async Task EmbedAsync(OnnxEmbedder embedder) =>
        await embedder.EmbedAsync([new TextToEmbed(FacetSide.Need, "labb")], null, Token);

    private async Task ShouldBeRefusedAsync(string name, params string[] parts)
    {
        using var embedder = GoldenModel.Create(folder, 1);

        var onEmbed = await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(embedder));
        var onModel = Should.Throw<EmbeddingException>(() => embedder.Model);
        var found = (await Verifier().VerifyAsync(Token)).ShouldHaveSingleItem();

        foreach (var message in (string[])[onEmbed.Message, onModel.Message, found])
        {
            message.ShouldContain(name);
            foreach (var part in parts)
            {
                message.ShouldContain(part);
            }
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private ModelVerifier Verifier() => new(Options.Create(new ModelOptions { Directory = folder }));
}
