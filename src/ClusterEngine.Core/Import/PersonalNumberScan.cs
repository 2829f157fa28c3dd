using System.Globalization;

namespace ClusterEngine.Core.Import;

/// <summary>Looks through every text and field name of a row for personal identity numbers.</summary>
internal static class PersonalNumberScan
{
    /// <summary>A sole trader's organisationsnummer is a personnummer; the one such field is passed over when the row says so.</summary>
    public static void Check(RowValue value, DateOnly today, RowProblems problems)
    {
        if (value.Kind == RowValueKind.Text && PersonalNumber.IndexIn(value.Text, today) is { } index)
        {
            problems.Add(value, string.Create(CultureInfo.InvariantCulture,
                $"holds a personal identity number at character {index + 1}: remove it from the file{SoleTraderHint(value)}"));
        }

        foreach (var item in value.Items)
        {
            Check(item, today, problems);
        }

        foreach (var (name, member) in value.Members)
        {
            if (PersonalNumber.IndexIn(name, today) is not null)
            {
                problems.Add(member, "the field's name holds a personal identity number: remove it from the file");
            }

            if (!IsSoleTradersNumber(value, name))
            {
                Check(member, today, problems);
            }
        }
    }

    private static bool IsSoleTradersNumber(RowValue parent, string name) =>
        string.Equals(name, LegalEntityMapper.Number, StringComparison.Ordinal)
        && parent.Path.EndsWith(LegalEntityMapper.Field, StringComparison.Ordinal)
        && parent.Find(LegalEntityMapper.SoleTrader) is { Kind: RowValueKind.Flag, Text: "true" };

    private static string SoleTraderHint(RowValue value) =>
        value.Path.EndsWith(LegalEntityMapper.Number, StringComparison.Ordinal)
            ? " (a sole trader's is allowed with \"sole_trader\": true in legal_entity, and is then never shown)"
            : "";
}
