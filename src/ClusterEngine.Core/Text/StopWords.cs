using System.Collections.Frozen;

namespace ClusterEngine.Core.Text;

/// <summary>Words that carry no topic, Swedish and English together (data/glossary).</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = new[] { "stopwords.sv.txt", "stopwords.en.txt" }
        .SelectMany(Read).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Words.Contains(word);

    private static List<string> Read(string name)
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            words.Add(line.Trim());
        }

        return words;
    }
}
