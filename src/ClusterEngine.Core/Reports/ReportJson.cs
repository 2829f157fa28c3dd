using System.Text.Json;
using System.Text.Json.Serialization;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Reports;

/// <summary>A report as JSON: UTF-8 without BOM, names in snake_case, enumerations in the design's words, weeks as
/// <c>2026-W48</c>, numbers invariant. The same report gives the same bytes.</summary>
public static class ReportJson
{
    // The default encoder writes å as \u00e5. The relaxed one leaves letters alone; what it also leaves, such as <,
    // is safe in a file served as application/json with nosniff.
    private static readonly ReportJsonContext Relaxed = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a report, with a line feed at the end.</summary>
    public static byte[] Write(Report report)
    {
        using var json = new MemoryStream();
        JsonSerializer.Serialize(json, report, Relaxed.Report);
        json.WriteByte((byte)'\n');
        return json.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not such a report.</exception>
    public static Report Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Relaxed.Report)
        ?? throw new JsonException("The document is null, not a report.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(IsoWeekConverter),
        typeof(Words<ProfileKind>), typeof(Words<Claim>), typeof(Words<Category>), typeof(Words<MatchOrigin>),
        typeof(Words<CheckOutcome>), typeof(Words<GapReason>), typeof(Words<WaitingReason>),
        typeof(Words<CapacityKind>), typeof(Words<CapacityUnit>),
    ])]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

/// <summary>Writes an enumeration's members as the design's words: <c>research_group</c>.</summary>
internal sealed class Words<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

internal sealed class IsoWeekConverter : JsonConverter<IsoWeek>
{
    public override IsoWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsoWeek.TryParse(reader.GetString(), out var week)
            ? week
            : throw new JsonException("Not an ISO week such as 2026-W48.");

    public override void Write(Utf8JsonWriter writer, IsoWeek value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
