using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Import;

/// <summary>Reads when and how much of an offer is free.</summary>
internal static class CapacityMapper
{
    private const double MostAmount = 1_000_000;

    public static IReadOnlyList<CapacityWindow> Read(RowFields offer, ImportDates dates)
    {
        var windows = new List<CapacityWindow>();
        foreach (var item in offer.Items("capacity", ImportLimits.ListItems))
        {
            if (offer.ObjectOf(item) is { } fields)
            {
                windows.Add(ReadWindow(fields, dates));
            }
        }

        return windows;
    }

    private static CapacityWindow ReadWindow(RowFields fields, ImportDates dates)
    {
        fields.Only(["from", "to", "amount", "unit", "rrule"]);
        var (from, to) = (ReadEnd(fields, "from", dates), ReadEnd(fields, "to", dates));
        if (from is not null && to is not null && from >= to)
        {
            fields.Problem("from", $"must be before {fields.PathOf("to")}, which no longer belongs to the window: "
                + "exchange the two or mend one");
        }

        var (kind, amount) = ReadAmount(fields);
        var unit = fields.Choice<CapacityUnit>("unit");
        return new CapacityWindow(
            new InstantInterval(from ?? default, to ?? default), kind, amount, unit, RecurrenceRule.Read(fields, "rrule"));
    }

    private static DateTimeOffset? ReadEnd(RowFields fields, string name, ImportDates dates)
    {
        if (fields.Text(name, ImportLimits.NameLength, required: true) is not { } text)
        {
            return null;
        }

        var instant = dates.DayOrInstant(text, out var reason);
        if (instant is null)
        {
            fields.Problem(name, reason);
        }

        return instant;
    }

    private static (CapacityKind Kind, double? Amount) ReadAmount(RowFields fields)
    {
        switch (fields["amount"])
        {
            case { Kind: RowValueKind.Number }:
                return (CapacityKind.Number, fields.Number("amount", 0, MostAmount));
            case { Kind: RowValueKind.Text, Text: "some" }:
                return (CapacityKind.Some, null);
            case { Kind: RowValueKind.Text, Text: "ask" }:
                return (CapacityKind.Ask, null);
            default:
                fields.Problem("amount", "must be a number, \"some\" or \"ask\"");
                return default;
        }
    }
}
