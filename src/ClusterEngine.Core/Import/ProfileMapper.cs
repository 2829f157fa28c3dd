using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Import;

/// <summary>Makes a profile of a row.</summary>
/// <param name="region">The cluster that profiles belong to.</param>
/// <param name="source">The name of the file's rows.</param>
/// <param name="dates">How dates are read.</param>
/// <param name="today">The latest birthday that counts in a personal identity number.</param>
internal sealed class ProfileMapper(string region, string source, ImportDates dates, DateOnly today)
{
    private static readonly string[] Known =
    [
        "id", "kind", "startup", "name", LegalEntityMapper.Field, "parent_id", "ror", "orcid", "municipality", "lat", "lon",
        "description", "claim", "sources", "contact", "paused", "needs", "offers",
    ];

    /// <returns>The profile; null when the row has problems, which are then told.</returns>
    public ProfileSubmission? Map(RowValue row, RowProblems problems)
    {
        PersonalNumberScan.Check(row, today, problems);
        var fields = new RowFields(row, problems);
        fields.Only(Known);
        var sourceId = fields.Text("id", ImportLimits.IdLength, required: true) ?? "";
        var id = Profile.DeriveId(region, source, sourceId);
        var claim = fields.Choice<Claim>("claim", required: true) ?? default;
        var facets = new FacetMapper(id, dates);
        var profile = new Profile
        {
            Id = id,
            Region = region,
            Source = source,
            SourceId = sourceId,
            Kind = fields.Choice<ProfileKind>("kind", required: true) ?? default,
            Startup = ReadStartup(fields),
            Name = fields.Text("name", ImportLimits.NameLength, required: true) ?? "",
            LegalEntity = LegalEntityMapper.Map(fields, today),
            ParentId = ReadParent(fields, sourceId),
            Ror = ReadChecked(fields, "ror", CheckDigits.Ror, "must be a ROR id with right check digits, such as 056d84691 or https://ror.org/056d84691"),
            Orcid = ReadChecked(fields, "orcid", CheckDigits.Orcid, "must be an ORCID iD with right check digit, such as 0000-0002-1825-0097"),
            Municipality = fields.Text("municipality", ImportLimits.NameLength),
            Place = PlaceMapper.Read(fields),
            Description = TextMapper.Read(fields, "description", required: false),
            Claim = claim,
            Sources = ReadSources(fields, claim),
            Paused = fields.Flag("paused") ?? false,
            Needs = facets.Needs(fields),
            Offers = facets.Offers(fields),
        };
        var contact = ContactMapper.Read(fields);
        return problems.Any ? null : new ProfileSubmission(profile, contact);
    }

    private static bool ReadStartup(RowFields fields)
    {
        var startup = fields.Flag("startup") ?? false;
        if (startup && fields["kind"] is { Kind: RowValueKind.Text, Text: not "company" })
        {
            fields.Problem("startup", "only a company is a startup: leave it out, or make the kind company");
        }

        return startup;
    }

    private static string? ReadParent(RowFields fields, string id)
    {
        var parent = fields.Text("parent_id", ImportLimits.IdLength);
        if (parent is not null && string.Equals(parent, id, StringComparison.Ordinal))
        {
            fields.Problem("parent_id", "is the profile's own id: name the unit above it, or leave it out");
        }

        return parent;
    }

    private static string? ReadChecked(RowFields fields, string name, Func<string, string?> read, string reason)
    {
        if (fields.Text(name, ImportLimits.NameLength) is not { } text)
        {
            return null;
        }

        var checkedId = read(text);
        if (checkedId is null)
        {
            fields.Problem(name, reason);
        }

        return checkedId;
    }

    private List<ProfileSource> ReadSources(RowFields fields, Claim claim)
    {
        var sources = new List<ProfileSource>();
        var items = fields.Items("sources", ImportLimits.ListItems);
        foreach (var item in items)
        {
            if (fields.ObjectOf(item) is not { } page)
            {
                continue;
            }

            page.Only(["url", "checked"]);
            var url = page.Text("url", 2000, required: true);
            var day = page.Day("checked", dates);
            if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0))
            {
                page.Problem("url", "must be an address that begins with https:// or http://");
            }

            sources.Add(new ProfileSource(url ?? "", day));
        }

        if (claim == Claim.Unclaimed && items.Count == 0 && fields["claim"] is not null)
        {
            fields.Problem("sources", "an unclaimed profile must name at least one page that it was made from");
        }

        return sources;
    }
}
