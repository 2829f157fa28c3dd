using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Verdicts;

namespace ClusterEngine.Core.Import;

/// <summary>Makes a verdict of a row; the needs and offers that it names must be stored.</summary>
internal sealed class VerdictMapper(IProfileStore profiles, string region, DateOnly today)
{
    private static readonly string[] Fields = ["need", "offer", "by", "verdict", "reason", "at", "examined", "note"];

    // A weekly file names few profiles many times.
    private readonly Dictionary<string, Profile?> _found = new(StringComparer.Ordinal);

    /// <returns>The verdict; null when the row has problems, which are then told.</returns>
    public async ValueTask<Verdict?> MapAsync(RowValue row, RowProblems problems, CancellationToken cancellationToken)
    {
        PersonalNumberScan.Check(row, today, problems);
        var fields = new RowFields(row, problems);
        fields.Only(Fields);
        var need = await ReadReferenceAsync(fields, "need", isNeed: true, cancellationToken).ConfigureAwait(false);
        var offer = await ReadReferenceAsync(fields, "offer", isNeed: false, cancellationToken).ConfigureAwait(false);
        var by = fields.Choice<VerdictBy>("by", required: true);
        var kind = fields.Choice<VerdictKind>("verdict", required: true);
        var reason = fields.Choice<RejectionReason>("reason");
        CheckTogether(fields, by, kind);
        var at = ReadAt(fields);
        var note = fields.Text("note", ImportLimits.TextLength, lines: true);
        var examined = new List<string>();
        foreach (var item in fields.Items("examined", ImportLimits.ListItems))
        {
            if (fields.ObjectOf(item) is { } reference
                && await ResolveAsync(reference, isNeed: false, cancellationToken).ConfigureAwait(false) is { } id)
            {
                examined.Add(id);
            }
        }

        return problems.Any || by is null || kind is null || need is null || offer is null || at is null
            ? null
            : new Verdict
            {
                Id = Verdict.DeriveId(need, offer, by.Value, kind.Value, reason, at.Value),
                NeedId = need,
                OfferId = offer,
                By = by.Value,
                Kind = kind.Value,
                Reason = reason,
                At = at.Value,
                ExaminedOfferIds = examined,
                Note = note,
            };
    }

    private static void CheckTogether(RowFields fields, VerdictBy? by, VerdictKind? kind)
    {
        if (kind is { } said && by is { } who
            && (who == VerdictBy.Coordinator) != said is VerdictKind.Approve or VerdictKind.Reject or VerdictKind.Later)
        {
            fields.Problem("verdict", who == VerdictBy.Coordinator
                ? "a coordinator's must be approve, reject or later"
                : "a side's must be accept, decline, met or outcome");
        }

        var needsReason = kind is VerdictKind.Reject or VerdictKind.Decline;
        if (needsReason && fields["reason"] is null)
        {
            fields.Problem("reason", $"is required with reject and decline: one of {WireNames<RejectionReason>.All}");
        }
        else if (kind is not null && !needsReason && fields["reason"] is not null)
        {
            fields.Problem("reason", "goes only with reject and decline: leave it out, and say more in the note");
        }
    }

    private static DateTimeOffset? ReadAt(RowFields fields)
    {
        if (fields.Text("at", ImportLimits.NameLength, required: true) is not { } text)
        {
            return null;
        }

        var at = ImportDates.Instant(text, out var reason);
        if (at is null)
        {
            fields.Problem("at", reason);
        }

        return at;
    }

    private async ValueTask<string?> ReadReferenceAsync(
        RowFields fields, string name, bool isNeed, CancellationToken cancellationToken)
    {
        if (fields[name] is null)
        {
            fields.Problem(name, "is required: {\"source\": …, \"profile\": …, \"key\": …}");
            return null;
        }

        return fields.Object(name) is { } reference
            ? await ResolveAsync(reference, isNeed, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private async ValueTask<string?> ResolveAsync(
        RowFields reference, bool isNeed, CancellationToken cancellationToken)
    {
        reference.Only(["source", "profile", "key"]);
        var source = reference.Text("source", ImportLimits.IdLength, required: true);
        var id = reference.Text("profile", ImportLimits.IdLength, required: true);
        var key = reference.Text("key", ImportLimits.IdLength, required: true);
        if (source is null || id is null || key is null)
        {
            return null;
        }

        var profileId = Profile.DeriveId(region, source, id);
        if (!_found.TryGetValue(profileId, out var profile))
        {
            profile = await profiles.FindAsync(profileId, cancellationToken).ConfigureAwait(false);
            _found.Add(profileId, profile);
        }

        if (profile is null)
        {
            reference.Problem("profile", "there is no such profile in that source: import the profiles first, or mend the name");
            return null;
        }

        var found = isNeed
            ? profile.Needs.FirstOrDefault(need => string.Equals(need.Key, key, StringComparison.Ordinal))?.Id
            : profile.Offers.FirstOrDefault(offer => string.Equals(offer.Key, key, StringComparison.Ordinal))?.Id;
        if (found is null)
        {
            reference.Problem("key", $"the profile has no {(isNeed ? "need" : "offer")} with this key");
        }

        return found;
    }
}
