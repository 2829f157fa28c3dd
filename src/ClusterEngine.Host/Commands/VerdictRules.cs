using ClusterEngine.Core.Verdicts;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>Who may say what, and with a reason or without.</summary>
internal static class VerdictRules
{
    private static readonly VerdictKind[] Coordinators = [VerdictKind.Approve, VerdictKind.Reject, VerdictKind.Later];

    /// <summary>Refuses what does not go together.</summary>
    /// <exception cref="UsageException">With what would.</exception>
    public static void Check(VerdictKind kind, VerdictBy by, RejectionReason? reason)
    {
        if (Coordinators.Contains(kind) != (by == VerdictBy.Coordinator))
        {
            throw new UsageException(by == VerdictBy.Coordinator
                ? $"{Words.Of(kind)} is what a side says: add --by need_side or --by offer_side. A coordinator says "
                    + "approve, reject or later."
                : $"{Words.Of(kind)} is what a coordinator says. A side says accept, decline, met or outcome.");
        }

        var wanted = kind is VerdictKind.Reject or VerdictKind.Decline;
        if (wanted && reason is null)
        {
            throw new UsageException($"{Words.Of(kind)} needs a reason: --reason, one of {string.Join(", ", Words.All<RejectionReason>())}.");
        }

        if (!wanted && reason is not null)
        {
            throw new UsageException(
                $"{Words.Of(kind)} takes no reason. Write one only with reject or decline; --note takes any text.");
        }
    }
}
