using System.Security.Cryptography;
using System.Text;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>The one style sheet, put into each page, and its hash, by which a page lets in no other style.</summary>
internal static class StyleSheet
{
    public static string Text { get; } = "\n" + Read("tokens.css") + Read("page.css") + Read("parts.css") + Read("print.css");

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; "
        + "img-src data:; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The style sheet {name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
