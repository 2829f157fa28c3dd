using System.Globalization;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>Free capacity by week: a table for each category, whose rows become cards on a phone.</summary>
internal static class CapacitySection
{
    // A row takes some 2 KB: nine tables of 100 make 1.8 MB.
    private const int MostInTable = 100;

    public static void Write(Page page)
    {
        var words = page.Words;
        using (page.Section("capacity"))
        {
            page.Heading("capacity", words.Capacity, page.Report.Capacity.Count);
            if (page.Report.Capacity.Count == 0)
            {
                page.Empty(words.CapacityEmpty);
                return;
            }

            page.Html.Element("p", words.CapacityLead, ("class", "lead"));
            var weeks = page.Report.Capacity.SelectMany(row => row.Weeks).Select(cell => cell.Week).Distinct().Order().ToList();
            foreach (var group in page.Report.Capacity
                .OrderBy(row => row.Offer.Name, words.Alphabet)
                .ThenBy(row => row.Offer.FacetId, StringComparer.Ordinal)
                .GroupBy(row => row.Offer.Category)
                .OrderBy(group => group.Key is null)
                .ThenBy(group => group.Key))
            {
                Table(page, group.Key, [.. group], weeks);
            }
        }
    }

    private static void Table(Page page, Category? category, List<ReportCapacity> rows, List<IsoWeek> weeks)
    {
        var (html, words) = (page.Html, page.Words);
        var title = category is { } known ? words.Categories[known] : words.NoCategory;
        var id = "capacity-" + (category?.ToString().ToLowerInvariant() ?? "other");
        html.Element("h3", char.ToUpperInvariant(title[0]) + title[1..], ("id", id));
        using (html.In("table", ("class", "cards weeks"), ("role", "table"), ("aria-labelledby", id)))
        {
            using (html.In("thead", ("role", "rowgroup")))
            using (html.In("tr", ("role", "row")))
            {
                html.Element("th", words.Offer, ("scope", "col"), ("role", "columnheader"));
                foreach (var week in weeks)
                {
                    using (html.In("th", ("scope", "col"), ("role", "columnheader")))
                    {
                        html.Text(page.Format.ShortWeek(week) + " ");
                        html.Element("small", page.Format.ShortDay(week.Monday));
                    }
                }
            }

            using (html.In("tbody", ("role", "rowgroup")))
            {
                foreach (var row in rows.Take(MostInTable))
                {
                    Row(page, row, weeks);
                }
            }
        }

        page.More(words.MoreCapacity, rows.Count - MostInTable);
    }

    private static void Row(Page page, ReportCapacity row, List<IsoWeek> weeks)
    {
        var html = page.Html;
        var most = row.Weeks.Select(cell => cell.Amount ?? 0).Append(0).Max();
        using (html.In("tr", ("role", "row")))
        {
            using (html.In("th", ("scope", "row"), ("role", "rowheader")))
            {
                html.Element("bdi", row.Offer.Name, ("class", "name"));
                PartyHtml.Badges(page, row.Offer);
                PartyHtml.Text(page, row.Offer.Text, "p", "quote");
            }

            foreach (var week in weeks)
            {
                var cell = row.Weeks.FirstOrDefault(item => item.Week == week);
                using (html.In("td", ("role", "cell"), ("class", Heat(cell, most)), ("data-label", page.Format.ShortWeek(week))))
                {
                    Cell(page, cell);
                }
            }
        }
    }

    private static void Cell(Page page, WeekCapacity? cell)
    {
        var (html, words) = (page.Html, page.Words);
        switch (cell?.Kind)
        {
            case CapacityKind.Number when cell.Amount is { } amount:
                html.Element("b", page.Format.Number(amount, 1));
                if (cell.Unit is { } unit)
                {
                    html.Text(" ");
                    html.Element("small", Unit(page, unit, amount));
                }

                break;
            case CapacityKind.Ask:
                html.Text(words.Ask);
                break;
            case CapacityKind.Some or CapacityKind.Number:
                html.Text(words.Some);
                break;
            default:
                html.Element("span", "–", ("aria-hidden", "true"));
                html.Element("span", words.NothingFree, ("class", "unseen"));
                break;
        }
    }

    private static string Unit(Page page, CapacityUnit unit, double amount)
    {
        var plural = page.Words.Units[unit];
        return amount == 1 ? plural.One : plural.Other;
    }

    /// <summary>One of four depths of colour, against the offer's own best week; none when nothing is free.</summary>
    private static string Heat(WeekCapacity? cell, double most) => cell switch
    {
        { Kind: CapacityKind.Number, Amount: > 0 and var amount } =>
            string.Create(CultureInfo.InvariantCulture, $"heat-{Math.Clamp((int)Math.Ceiling(amount / most * 4), 1, 4)}"),
        { Kind: CapacityKind.Some } => "heat-2",
        { Kind: CapacityKind.Ask } => "heat-1",
        _ => "heat-0",
    };
}
