namespace ClusterEngine.Core.Verdicts;

/// <summary>How a need and an offer stand after the verdicts on them.</summary>
internal enum PairState
{
    /// <summary>Nothing was said, or what was said has lapsed.</summary>
    Open,

    /// <summary>A coordinator approved: it is kept, counts against caps and capacity, and is not proposed again.</summary>
    Approved,

    /// <summary>Postponed: it comes back, and uses the review budget.</summary>
    Postponed,

    /// <summary>The two know each other: relevant, and never proposed again.</summary>
    InContact,

    /// <summary>Turned down.</summary>
    TurnedDown,
}

/// <summary>The state of each pair, from the verdicts up to an instant.</summary>
internal sealed class PairStates
{
    /// <summary>How long a reason that passes (too early, no capacity) keeps a pair away.</summary>
    public static readonly TimeSpan PassingReason = TimeSpan.FromDays(56);

    private readonly Dictionary<(string Need, string Offer), PairState> _states = [];
    private readonly Dictionary<(string Need, string Offer), DateTimeOffset> _approvedAt = [];
    private readonly Dictionary<(string Need, string Offer), DateTimeOffset> _decidedAt = [];

    public PairStates(IEnumerable<Verdict> verdicts, DateTimeOffset asOf)
    {
        var known = verdicts.Where(verdict => verdict.At <= asOf)
            .OrderBy(verdict => verdict.At).ThenBy(verdict => verdict.Id, StringComparer.Ordinal);
        foreach (var verdict in known)
        {
            var pair = (verdict.NeedId, verdict.OfferId);
            _states[pair] = After(_states.GetValueOrDefault(pair), verdict, asOf);
            if (verdict.Kind == VerdictKind.Approve)
            {
                _approvedAt[pair] = verdict.At;
            }

            if (verdict.By == VerdictBy.Coordinator && verdict.Kind is VerdictKind.Approve or VerdictKind.Reject)
            {
                _decidedAt[pair] = verdict.At;
            }
        }
    }

    /// <summary>The pairs on which something stands.</summary>
    public IReadOnlyDictionary<(string Need, string Offer), PairState> All => _states;

    /// <summary>The pairs that stand approved, with when they were.</summary>
    public IEnumerable<(string Need, string Offer, DateTimeOffset At)> Approved =>
        from state in _states
        where state.Value == PairState.Approved
        select (state.Key.Need, state.Key.Offer, _approvedAt[state.Key]);

    /// <summary>The pairs that a coordinator has looked at and settled, with when. A postponed one is not.</summary>
    public IEnumerable<(string Need, string Offer, DateTimeOffset At)> Decided =>
        from decision in _decidedAt
        where _states[decision.Key] is not (PairState.Open or PairState.Postponed)
        select (decision.Key.Need, decision.Key.Offer, decision.Value);

    public PairState Of(string needId, string offerId) => _states.GetValueOrDefault((needId, offerId));

    // The last word counts, but nothing except an approval brings back two who know each other, and a passing reason does
    // not undo a lasting one when it lapses.
    private static PairState After(PairState before, Verdict verdict, DateTimeOffset asOf) => (verdict.Kind, before) switch
    {
        (VerdictKind.Approve, _) => PairState.Approved,
        (_, PairState.InContact) => PairState.InContact,
        (VerdictKind.Later, _) => PairState.Postponed,
        (VerdictKind.Met or VerdictKind.Outcome, not PairState.Approved) => PairState.InContact,
        (VerdictKind.Reject or VerdictKind.Decline, _) => verdict.Reason switch
        {
            RejectionReason.AlreadyInContact => PairState.InContact,
            RejectionReason.TooEarly or RejectionReason.NoCapacity when asOf - verdict.At > PassingReason =>
                before == PairState.TurnedDown ? PairState.TurnedDown : PairState.Open,
            _ => PairState.TurnedDown,
        },
        _ => before,
    };
}
