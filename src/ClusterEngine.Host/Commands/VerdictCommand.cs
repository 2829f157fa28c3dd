using System.CommandLine;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;
using ClusterEngine.Core.Verdicts;
using ClusterEngine.Host.Cli;

namespace ClusterEngine.Host.Commands;

/// <summary>Records what a coordinator or a side says of a match.</summary>
internal sealed class VerdictCommand : HostCommand
{
    private readonly Argument<string[]> what = new("MATCH DECISION")
    {
        Description = "A match (its id, or the beginning of it, from clusterengine report) or a NEED and an OFFER "
            + "(their ids, or "
            + "SOURCE/PROFILE/KEY); then approve, reject or later, or what a side says: accept, decline, met, outcome.",
        Arity = new ArgumentArity(2, 3),
    };

    private readonly Option<string?> reason = new("--reason")
    {
        Description = "Why; required with reject and decline.",
        HelpName = "CODE",
    };
    private readonly Option<string?> note = new("--note")
    {
        Description = "A note for people. No personal numbers.",
        HelpName = "TEXT",
    };
    private readonly Option<string?> by = new("--by")
    {
        Description = "Whose word it is. Default: coordinator.",
        HelpName = "WHO",
    };
    private readonly Option<bool> json = CommonOptions.Json();

    public VerdictCommand(Shell shell)
        : base(
            shell,
            "verdict",
            "Records a verdict on a match. It attaches to the need and the offer, and counts from the next "
            + "clusterengine match on.",
            new CommandHelp(
                $"""
                clusterengine verdict m_4k2x9q7c approve
                clusterengine verdict m_4k2x9q7c reject --reason too_early
                clusterengine verdict clinic/k1/samples lab/l7/biobank later --note "in May"
                Reasons: {string.Join(", ", Words.All<RejectionReason>()[..4])},
                {string.Join(", ", Words.All<RejectionReason>()[4..8])},
                {string.Join(", ", Words.All<RejectionReason>()[8..])}
                """,
                "0 done (also when it was there already), 2 bad usage or no such match, 4 the store cannot be written",
                "docs/formats/verdicts.md, for many at once with import --verdicts"))
    {
        reason.AcceptWords(Words.All<RejectionReason>());
        by.AcceptWords(Words.All<VerdictBy>());
        Arguments.Add(what);
        Options.Add(reason);
        Options.Add(note);
        Options.Add(by);
        Options.Add(json);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var words = session.Parse.GetRequiredValue(what);
        var kind = Words.Parse<VerdictKind>(words[^1], words[^1]);
        var says = session.Parse.GetValue(by) is { } who ? Words.Parse<VerdictBy>(who, who) : VerdictBy.Coordinator;
        var why = session.Parse.GetValue(reason) is { } code ? Words.Parse<RejectionReason>(code, code) : (RejectionReason?)null;
        var text = session.Parse.GetValue(note);
        var now = session.Environment.Time.GetUtcNow();
        VerdictRules.Check(kind, says, why);
        if (text is not null && PersonalNumber.IndexIn(text, StockholmTime.DayOf(now)) is { } at)
        {
            throw new UsageException(FormattableString.Invariant(
                $"The note seems to hold a personal identity number, at character {at + 1}. Nothing was recorded."));
        }

        await session.OpenStoreAsync(cancellationToken);
        var (needId, offerId) = await PairReference.FindAsync(session, words[..^1], cancellationToken);
        var verdict = new Verdict
        {
            Id = Verdict.DeriveId(needId, offerId, says, kind, why, now),
            NeedId = needId,
            OfferId = offerId,
            By = says,
            Kind = kind,
            Reason = why,
            At = now,
            Note = text,
        };
        var added = await session.Get<IVerdictStore>().AddAsync([verdict], cancellationToken);
        if (session.Parse.GetValue(json))
        {
            session.WriteJson(new Outcome(verdict.Id, needId, offerId, kind, says, why, now, added == 1));
        }
        else
        {
            session.WriteLine($"Recorded: {words[^1]}. It counts from the next clusterengine match on.");
        }

        return ExitCode.Done;
    }

    private sealed record Outcome(
        string Id, string NeedId, string OfferId, VerdictKind Verdict, VerdictBy By, RejectionReason? Reason, DateTimeOffset At, bool Added);
}
