using System.Globalization;
using ClusterEngine.Core.Facets;

namespace ClusterEngine.Core.Import;

/// <summary>Reads a profile's needs and offers.</summary>
internal sealed class FacetMapper(string profileId, ImportDates dates)
{
    private static readonly string[] Common = ["key", "text", "category", "visibility", "place"];
    private static readonly string[] NeedOnly = ["priority", "hard", "relation"];
    private static readonly string[] OfferOnly =
        ["bsl_max", "certifications", "languages", "available_from", "available_to", "capacity"];

    private static readonly string[] HardFields =
        ["bsl_min", "certifications_all", "from", "to", "max_km", "languages_any", "exclude"];

    private static readonly string[] NeedFields = [.. Common, .. NeedOnly];
    private static readonly string[] OfferFields = [.. Common, .. OfferOnly];

    private static readonly Dictionary<string, string> NotInNeed = OfferOnly
        .Select(name => (name, "an offer, not of a need"))
        .Concat(HardFields.Select(name => (name, "the need's hard")))
        .ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> NotInOffer =
        NeedOnly.ToDictionary(name => name, _ => "a need, not of an offer", StringComparer.Ordinal);

    private readonly Dictionary<string, RowValue> _keys = new(StringComparer.Ordinal);

    public IReadOnlyList<Need> Needs(RowFields profile) => Read(profile, "needs", ReadNeed);

    public IReadOnlyList<Offer> Offers(RowFields profile) => Read(profile, "offers", ReadOffer);

    private static List<T> Read<T>(RowFields profile, string name, Func<RowFields, T> read)
    {
        var facets = new List<T>();
        foreach (var item in profile.Items(name, ImportLimits.Facets))
        {
            if (profile.ObjectOf(item) is { } fields)
            {
                facets.Add(read(fields));
            }
        }

        return facets;
    }

    private Need ReadNeed(RowFields fields)
    {
        fields.Only(NeedFields, NotInNeed);
        var key = ReadKey(fields);
        return new Need
        {
            Id = Need.DeriveId(profileId, key),
            Key = key,
            Text = TextMapper.Read(fields, "text", required: true),
            Category = fields.Choice<Category>("category"),
            Visibility = fields.Choice<Visibility>("visibility") ?? Visibility.Coordinator,
            Place = PlaceMapper.ReadOwn(fields),
            Priority = fields.Integer("priority", 1, 5) ?? 3,
            Hard = fields.Object("hard") is { } hard ? ReadHard(hard) : HardRequirements.None,
            Relation = fields.Choice<Relation>("relation"),
        };
    }

    private HardRequirements ReadHard(RowFields fields)
    {
        fields.Only(HardFields);
        var (from, to) = ReadDays(fields, "from", "to");
        return new HardRequirements
        {
            BslMin = fields.Integer("bsl_min", 1, 4),
            CertificationsAll = fields.Texts("certifications_all", ImportLimits.NameLength),
            From = from,
            To = to,
            MaxKilometres = fields.Number("max_km", 0, 20_040), // half the way round the earth
            LanguagesAny = fields.Languages("languages_any"),
            Exclude = fields.Texts("exclude", ImportLimits.IdLength),
        };
    }

    private Offer ReadOffer(RowFields fields)
    {
        fields.Only(OfferFields, NotInOffer);
        var key = ReadKey(fields);
        var (from, to) = ReadDays(fields, "available_from", "available_to");
        return new Offer
        {
            Id = Offer.DeriveId(profileId, key),
            Key = key,
            Text = TextMapper.Read(fields, "text", required: true),
            Category = fields.Choice<Category>("category"),
            Visibility = fields.Choice<Visibility>("visibility") ?? Visibility.Public,
            Place = PlaceMapper.ReadOwn(fields),
            BslMax = fields.Integer("bsl_max", 1, 4),
            Certifications = fields.Texts("certifications", ImportLimits.NameLength),
            Languages = fields.Languages("languages"),
            AvailableFrom = from,
            AvailableTo = to,
            Capacity = CapacityMapper.Read(fields, dates),
        };
    }

    private string ReadKey(RowFields fields)
    {
        if (fields.Text("key", ImportLimits.IdLength, required: true) is not { } key || fields["key"] is not { } value)
        {
            return "";
        }

        if (!_keys.TryAdd(key, value))
        {
            var first = _keys[key];
            fields.Problem("key", string.Create(CultureInfo.InvariantCulture,
                $"must be unique in the profile, needs and offers together: it is the same as {first.Path} on line {first.Line}"));
        }

        return key;
    }

    private (DateOnly? From, DateOnly? To) ReadDays(RowFields fields, string fromName, string toName)
    {
        var (from, to) = (fields.Day(fromName, dates), fields.Day(toName, dates));
        if (from > to)
        {
            fields.Problem(fromName, $"must not be after {fields.PathOf(toName)}, the last day: exchange the two or mend one");
        }

        return (from, to);
    }
}
