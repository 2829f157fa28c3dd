namespace ClusterEngine.Core.Profiles;

/// <summary>The kinds of unit.</summary>
public enum ProfileKind
{
    /// <summary>A company; a startup is a company that says so.</summary>
    Company,

    /// <summary>A laboratory or core facility.</summary>
    Lab,

    /// <summary>A research group.</summary>
    ResearchGroup,

    /// <summary>A hospital clinic or another place of care.</summary>
    Clinic,

    /// <summary>A network, foundation, incubator or project.</summary>
    Network,
}

/// <summary>Whether an organisation takes part itself.</summary>
public enum Claim
{
    /// <summary>It has said yes and keeps its own profile.</summary>
    Claimed,

    /// <summary>Made from public sources; the organisation has taken no part.</summary>
    Unclaimed,

    /// <summary>Made up, for demonstration.</summary>
    Fictional,
}

/// <summary>A legal person: one may have many units.</summary>
/// <param name="Id">Its id in the source; profiles with the same one belong together.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organisationsnummer">Ten digits as <c>NNNNNN-NNNN</c>, Luhn-checked; null: not stated.
/// A sole trader's is a personnummer and is never shown (see <paramref name="NumberIsPersonal"/>).</param>
/// <param name="NumberIsPersonal">Whether the number has the shape of a personal identity number.</param>
/// <param name="Country">Two letters, ISO 3166-1.</param>
/// <param name="PublicAuthority">Whether it is a public authority; null: not known.</param>
public sealed record LegalEntity(
    string Id, string Name, string? Organisationsnummer, bool NumberIsPersonal, string Country, bool? PublicAuthority);

/// <summary>A public page that a profile was made from.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Checked">The day it was read; null: not known.</param>
public sealed record ProfileSource(string Url, DateOnly? Checked);

/// <summary>Whom to write to: private, kept in a table of its own, never embedded, logged or shown before both sides agree.</summary>
/// <param name="Function">A function, not a person's name; null: not stated.</param>
/// <param name="Email">An address; null: not stated.</param>
public sealed record Contact(string? Function, string? Email);

/// <summary>A profile as it was handed in, with what is private beside it.</summary>
/// <param name="Profile">What may be read, facet by facet, as visibility says.</param>
/// <param name="Contact">The private part; null: none stated.</param>
public sealed record ProfileSubmission(Profile Profile, Contact? Contact);

/// <summary>A point on the earth, WGS 84.</summary>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The great-circle distance in kilometres, by the haversine formula on a sphere of 6,371.0088 km
    /// (the earth's mean radius, IUGG), right to about half a percent.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var a = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * 6371.0088 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}

/// <summary>A text in Swedish, English or both.</summary>
/// <param name="Sv">Swedish; null: not written.</param>
/// <param name="En">English; null: not written.</param>
public sealed record LocalizedText(string? Sv, string? En)
{
    /// <summary>No text at all.</summary>
    public static LocalizedText Empty { get; } = new(null, null);

    /// <summary>The language versions that are written, Swedish first.</summary>
    public IEnumerable<(string Language, string Text)> Versions()
    {
        if (Sv is not null)
        {
            yield return ("sv", Sv);
        }

        if (En is not null)
        {
            yield return ("en", En);
        }
    }

    /// <summary>The text in a language, or in the other one when it is not written in that.</summary>
    /// <returns>The language it is in, and the text; two empty strings when there is none.</returns>
    public (string Language, string Text) In(string language) => (language, Sv, En) switch
    {
        ("sv", { } sv, _) => ("sv", sv),
        (_, _, { } en) => ("en", en),
        (_, { } sv, _) => ("sv", sv),
        _ => ("", ""),
    };
}
