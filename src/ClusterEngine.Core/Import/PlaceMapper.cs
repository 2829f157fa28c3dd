using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Import;

/// <summary>Reads a point from <c>lat</c> and <c>lon</c>: both or neither.</summary>
internal static class PlaceMapper
{
    public static GeoPoint? Read(RowFields fields)
    {
        if (fields["lat"] is null != fields["lon"] is null)
        {
            fields.Problem(fields["lat"] is null ? "lat" : "lon", "lat and lon must be given both or neither");
        }

        var (lat, lon) = (fields.Number("lat", -90, 90), fields.Number("lon", -180, 180));
        return lat is { } north && lon is { } east ? new GeoPoint(north, east) : null;
    }

    /// <summary>Reads a facet's own place.</summary>
    public static GeoPoint? ReadOwn(RowFields facet)
    {
        if (facet.Object("place") is not { } fields)
        {
            return null;
        }

        fields.Only(["lat", "lon"]);
        if (fields["lat"] is null && fields["lon"] is null)
        {
            facet.Problem("place", "must have lat and lon: leave it out when the place is not known");
        }

        return Read(fields);
    }
}
