namespace ClusterEngine.Core.Time;

/// <summary>A half-open interval of instants, [<paramref name="Start"/>, <paramref name="End"/>).</summary>
/// <param name="Start">The first instant that belongs to it.</param>
/// <param name="End">The first instant that no longer does.</param>
public readonly record struct InstantInterval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>All instants: what an interval means of which neither end is stated.</summary>
    public static InstantInterval Always { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>How long it is; zero or negative when it holds nothing.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether no instant belongs to it.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether the two share an instant.</summary>
    public bool Overlaps(InstantInterval other) => Start < other.End && other.Start < End && !IsEmpty && !other.IsEmpty;

    /// <summary>What both hold; may be empty.</summary>
    public InstantInterval Intersect(InstantInterval other) =>
        new(Start > other.Start ? Start : other.Start, End < other.End ? End : other.End);
}
