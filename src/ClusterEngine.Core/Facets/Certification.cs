namespace ClusterEngine.Core.Facets;

/// <summary>How certifications are compared: as a set of names, never as a ladder.</summary>
public static class Certification
{
    /// <summary>The form in which two spellings of one certification are equal: upper case, without spaces,
    /// <c>ISO/IEC</c> as <c>ISO</c>. Editions are told apart: <c>ISO 17025:2017</c> is not <c>ISO 17025</c>.</summary>
    /// <param name="name">As the owner wrote it, such as <c>iso/iec 17025</c>.</param>
    public static string Normalize(string name)
    {
        var compact = string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        return compact.Replace("ISO/IEC", "ISO", StringComparison.Ordinal);
    }
}
