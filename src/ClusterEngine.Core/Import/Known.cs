using ClusterEngine.Core.Text;

namespace ClusterEngine.Core.Import;

/// <summary>Finds the known name nearest to one from a file, which may be of any length.</summary>
internal static class Known
{
    private const int Longest = 64; // no name of the formats is longer, and the search takes time by the length

    public static string? Nearest(string name, IEnumerable<string> known) =>
        name.Length <= Longest ? NearestName.Find(name, known) : null;
}
