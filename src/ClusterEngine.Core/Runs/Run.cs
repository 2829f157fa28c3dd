using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Runs;

/// <summary>One execution of the pipeline over everything known at an instant.</summary>
/// <param name="Id">Derived from the stamp, so the same inputs make the same run anywhere.</param>
/// <param name="Stamp">What the run was made of.</param>
/// <param name="Week">The ISO week that it is for.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Counts">What it found; null until it has finished.</param>
public sealed record Run(string Id, RunStamp Stamp, IsoWeek Week, RunStatus Status, RunCounts? Counts)
{
    /// <summary>The identifier of a run.</summary>
    public static string DeriveId(RunStamp stamp) => DerivedId.Create(
        "r", stamp.Region, stamp.SettingsDigest, stamp.ModelId,
        stamp.AsOf.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture), stamp.InputDigest);
}

/// <summary>What a run was made of.</summary>
/// <param name="Region">The cluster.</param>
/// <param name="SettingsDigest">Over every setting that changes results, and no path, port or connection.</param>
/// <param name="ModelId">The embedding model.</param>
/// <param name="AsOf">The data's cut-off and the run's clock, UTC, whole seconds.</param>
/// <param name="InputDigest">Over the content of all profiles and verdicts.</param>
public sealed record RunStamp(
    string Region, string SettingsDigest, string ModelId, DateTimeOffset AsOf, string InputDigest);

/// <summary>How far a run has come.</summary>
public enum RunStatus
{
    /// <summary>Work is under way, or was when its process ended.</summary>
    Running,

    /// <summary>All steps are done.</summary>
    Finished,

    /// <summary>A step failed; its report says what is missing.</summary>
    Incomplete,
}

/// <summary>What a run found.</summary>
/// <param name="Profiles">Profiles that took part (paused ones left out).</param>
/// <param name="Needs">Their needs.</param>
/// <param name="Offers">Their offers.</param>
/// <param name="Candidates">Eligible pairs that were scored.</param>
/// <param name="Matches">Matches in the slate.</param>
/// <param name="Gaps">Needs that nobody can meet.</param>
/// <param name="Waiting">Needs that have partners and were not chosen this week.</param>
public sealed record RunCounts(int Profiles, int Needs, int Offers, int Candidates, int Matches, int Gaps, int Waiting);

/// <summary>A part of a run's work, claimed by one worker at a time.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="First">The first need, by place in the run's order.</param>
/// <param name="Count">How many needs.</param>
/// <param name="Attempts">How often it has been claimed, this time included.</param>
public sealed record RunRange(string RunId, int Index, int First, int Count, int Attempts);
