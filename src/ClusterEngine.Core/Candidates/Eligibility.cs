using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports;

namespace ClusterEngine.Core.Candidates;

/// <summary>Which offers meet a need's hard requirements. These come before similarity and are never traded for it.</summary>
/// <remarks>BSL and certifications that an offer does not state are not met ("ask first"); a window, distance or language that
/// it does not state is open.</remarks>
internal sealed class Eligibility
{
    private readonly Corpus _corpus;
    private readonly CapacityOutlook _outlook;
    private readonly DateOnly _today;
    private readonly HashSet<int> _exhausted;
    private readonly HashSet<(string Need, string Offer)> _approved;
    private readonly string[][] _certifications;
    private readonly string[][] _wantedCertifications;

    /// <param name="corpus">The needs and offers.</param>
    /// <param name="outlook">When the offers are free.</param>
    /// <param name="today">The run's day.</param>
    /// <param name="exhausted">Offers whose capacity approved matches have used up.</param>
    /// <param name="approved">Those matches: what a need has been given is not full to it.</param>
    public Eligibility(
        Corpus corpus, CapacityOutlook outlook, DateOnly today, HashSet<int> exhausted, HashSet<(string Need, string Offer)> approved)
    {
        _corpus = corpus;
        _outlook = outlook;
        _today = today;
        _exhausted = exhausted;
        _approved = approved;
        _certifications = [.. corpus.Offers.Select(
            offer => offer.Offer.Certifications.Select(Certification.Normalize).ToArray())];
        _wantedCertifications = [.. corpus.Needs.Select(
            need => need.Need.Hard.CertificationsAll.Select(Certification.Normalize).ToArray())];
    }

    /// <summary>Whether an offer meets everything that a need demands. Asked of many pairs, by several threads.</summary>
    public bool IsEligible(int need, int offer)
    {
        var (n, o) = (_corpus.Needs[need], _corpus.Offers[offer]);
        return Conflict(n, o) == CheckOutcome.Met
            && Bsl(n.Need.Hard, o.Offer) == CheckOutcome.Met
            && Certified(need, offer) == CheckOutcome.Met
            && Dates(n.Need.Hard, o.Offer) != CheckOutcome.NotMet
            && Language(n.Need.Hard, o.Offer) != CheckOutcome.NotMet
            && Distance(n, o) != CheckOutcome.NotMet
            && Capacity(n, o) != CheckOutcome.NotMet;
    }

    /// <summary>How an offer stands to each requirement of a need, in the reasons' order. Requirements that the need
    /// does not make are left out, unless they fail.</summary>
    public IReadOnlyList<RequirementCheck> Check(int need, int offer)
    {
        var (n, o) = (_corpus.Needs[need], _corpus.Offers[offer]);
        var (hard, offered) = (n.Need.Hard, o.Offer);
        var checks = new List<RequirementCheck>();
        if (hard.CertificationsAll.Count > 0)
        {
            checks.Add(new(GapReason.Certification, Certified(need, offer),
                string.Join(", ", hard.CertificationsAll), JoinOrNull(offered.Certifications)));
        }

        if (hard.BslMin is { } least)
        {
            checks.Add(new(GapReason.Bsl, Bsl(hard, offered), RequirementText.Number(least), RequirementText.Number(offered.BslMax)));
        }

        Add(checks, GapReason.Dates, Dates(hard, offered), RequirementText.Days(hard.From, hard.To),
            RequirementText.Days(offered.AvailableFrom, offered.AvailableTo));
        Add(checks, GapReason.Distance, Distance(n, o), RequirementText.Number(hard.MaxKilometres),
            RequirementText.Number(o.KilometresTo(n) is { } distance ? Math.Round(distance, 1) : null));
        Add(checks, GapReason.Language, Language(hard, offered), JoinOrNull(hard.LanguagesAny), JoinOrNull(offered.Languages));
        Add(checks, GapReason.Full, Capacity(n, o), null, null);
        Add(checks, GapReason.Conflict, Conflict(n, o), null, null);
        return checks;
    }

    /// <summary>The first reason, in the list's order, for which an offer is not eligible; null when it is.</summary>
    public static GapReason? FirstFailure(IReadOnlyList<RequirementCheck> checks)
    {
        GapReason? first = null;
        foreach (var check in checks)
        {
            GapReason? failed = check.Outcome switch
            {
                CheckOutcome.NotMet => check.Requirement,
                CheckOutcome.NotStated when check.Requirement is GapReason.Bsl or GapReason.Certification => GapReason.NotStated,
                _ => null,
            };
            first = failed is { } reason && (first is null || reason < first) ? reason : first;
        }

        return first;
    }

    // A requirement that the need does not make and that holds anyway says nothing worth reading.
    private static void Add(
        List<RequirementCheck> checks, GapReason requirement, CheckOutcome outcome, string? required, string? stated)
    {
        if (required is not null || outcome == CheckOutcome.NotMet)
        {
            checks.Add(new(requirement, outcome, required, stated));
        }
    }

    private static CheckOutcome Bsl(HardRequirements hard, Offer offer) => (hard.BslMin, offer.BslMax) switch
    {
        (null, _) => CheckOutcome.Met,
        (_, null) => CheckOutcome.NotStated,
        var (least, most) => most >= least ? CheckOutcome.Met : CheckOutcome.NotMet,
    };

    private CheckOutcome Certified(int need, int offer)
    {
        var (wanted, has) = (_wantedCertifications[need], _certifications[offer]);
        return wanted.Length == 0 ? CheckOutcome.Met
            : has.Length == 0 ? CheckOutcome.NotStated
            : HasAll(has, wanted) ? CheckOutcome.Met : CheckOutcome.NotMet;
    }

    // An offer that has ended cannot be had, so of a need's days those are left that begin today, unless it has itself ended.
    private CheckOutcome Dates(HardRequirements hard, Offer offer)
    {
        var from = hard.To < _today || hard.From > _today ? hard.From : _today;
        if (offer.AvailableFrom is null && offer.AvailableTo is null)
        {
            return hard.From is null && hard.To is null ? CheckOutcome.Met : CheckOutcome.NotStated;
        }

        return (hard.To is null || offer.AvailableFrom is null || offer.AvailableFrom <= hard.To)
            && (from is null || offer.AvailableTo is null || from <= offer.AvailableTo)
            ? CheckOutcome.Met : CheckOutcome.NotMet;
    }

    private static CheckOutcome Distance(NeedEntry need, OfferEntry offer) =>
        need.Need.Hard.MaxKilometres is not { } most ? CheckOutcome.Met
        : offer.KilometresTo(need) is not { } distance ? CheckOutcome.NotStated
        : distance <= most ? CheckOutcome.Met : CheckOutcome.NotMet;

    private static CheckOutcome Language(HardRequirements hard, Offer offer) =>
        hard.LanguagesAny.Count == 0 ? CheckOutcome.Met
        : offer.Languages.Count == 0 ? CheckOutcome.NotStated
        : SharesOne(hard.LanguagesAny, offer.Languages) ? CheckOutcome.Met : CheckOutcome.NotMet;

    private CheckOutcome Capacity(NeedEntry need, OfferEntry offer)
    {
        if (_exhausted.Contains(offer.Index) && !_approved.Contains((need.Need.Id, offer.Offer.Id)))
        {
            return CheckOutcome.NotMet;
        }

        return offer.Offer.Capacity.Count == 0 ? CheckOutcome.NotStated
            : _outlook.IsFull(need, offer) ? CheckOutcome.NotMet : CheckOutcome.Met;
    }

    private static CheckOutcome Conflict(NeedEntry need, OfferEntry offer)
    {
        var (a, b) = (need.Profile.LegalEntity, offer.Profile.LegalEntity);
        var sameEntity = a is not null && b is not null && (string.Equals(a.Id, b.Id, StringComparison.Ordinal)
            || (a.Organisationsnummer is { } number && string.Equals(number, b.Organisationsnummer, StringComparison.Ordinal)));
        var excluded = need.Need.Hard.Exclude.Count > 0 && IsExcluded(need.Need.Hard.Exclude, offer.Profile);
        return sameEntity || excluded || string.Equals(need.Profile.Id, offer.Profile.Id, StringComparison.Ordinal)
            ? CheckOutcome.NotMet : CheckOutcome.Met;
    }

    // Methods of their own: a lambda's captured variables are allocated at the start of the method that it stands in, here
    // for each of some ten million pairs.
    private static bool IsExcluded(IReadOnlyList<string> exclude, Profile profile) => exclude.Any(
        id => string.Equals(id, profile.SourceId, StringComparison.Ordinal)
            || string.Equals(id, profile.LegalEntity?.Id, StringComparison.Ordinal));

    private static bool HasAll(string[] has, string[] wanted) =>
        Array.TrueForAll(wanted, name => has.Contains(name, StringComparer.Ordinal));

    private static bool SharesOne(IReadOnlyList<string> wanted, IReadOnlyList<string> offered) =>
        wanted.Any(language => offered.Contains(language, StringComparer.OrdinalIgnoreCase));

    private static string? JoinOrNull(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(", ", values);
}
