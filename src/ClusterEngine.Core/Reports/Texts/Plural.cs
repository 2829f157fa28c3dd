namespace ClusterEngine.Core.Reports.Texts;

/// <summary>A phrase with a count in it, where <c>#</c> stands for the number.</summary>
/// <param name="One">For exactly one.</param>
/// <param name="Other">For none and for many.</param>
internal sealed record Plural(string One, string Other)
{
    public string With(int count, LanguageFormat format) =>
        (count == 1 ? One : Other).Replace("#", format.Integer(count), StringComparison.Ordinal);
}
