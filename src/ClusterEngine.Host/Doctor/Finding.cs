namespace ClusterEngine.Host.Doctor;

/// <summary>What a check found.</summary>
/// <param name="State">How it stands.</param>
/// <param name="What">What was checked.</param>
/// <param name="Found">What was found.</param>
/// <param name="Mend">What to do; null when there is nothing to, or <paramref name="Found"/> says it.</param>
internal sealed record Finding(FindingState State, string What, string Found, string? Mend = null);

/// <summary>How a thing stands.</summary>
internal enum FindingState
{
    /// <summary>In order.</summary>
    Ok,

    /// <summary>Works, but look at it.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Problem,
}
