namespace ClusterEngine.Core.Reports.Html;

/// <summary>Needs that have partners and were not chosen: a table that becomes cards on a phone.</summary>
internal static class WaitingSection
{
    // A row takes 1 to 15 KB, by the offers to ask first.
    private const int Most = 200;

    public static void Write(Page page)
    {
        var (html, words) = (page.Html, page.Words);
        using (page.Section("waiting"))
        {
            page.Heading("waiting", words.Waiting, page.Report.Waiting.Count);
            if (page.Report.Waiting.Count == 0)
            {
                page.Empty(words.WaitingEmpty);
                return;
            }

            html.Element("p", words.WaitingLead, ("class", "lead"));

            // The roles keep it a table for screen readers when the style sheet lays the rows out as cards.
            using (html.In("table", ("class", "cards waiting"), ("role", "table"), ("aria-labelledby", "waiting-heading")))
            {
                using (html.In("thead", ("role", "rowgroup")))
                using (html.In("tr", ("role", "row")))
                {
                    foreach (var heading in new[] { words.Needs, words.BestPartner, words.Why })
                    {
                        html.Element("th", heading, ("scope", "col"), ("role", "columnheader"));
                    }
                }

                using (html.In("tbody", ("role", "rowgroup")))
                {
                    foreach (var waiting in page.Report.Waiting
                        .OrderByDescending(item => item.Fit).ThenBy(item => item.Need.FacetId, StringComparer.Ordinal)
                        .Take(Most)
                        .OrderBy(item => item.Need.Name, words.Alphabet)
                        .ThenBy(item => item.Need.FacetId, StringComparer.Ordinal))
                    {
                        Row(page, waiting);
                    }
                }
            }

            page.More(words.MoreWaiting, page.Report.Waiting.Count - Most);
        }
    }

    private static void Row(Page page, ReportWaiting waiting)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("tr", ("role", "row")))
        {
            using (html.In("th", ("scope", "row"), ("role", "rowheader")))
            {
                html.Element("bdi", waiting.Need.Name, ("class", "name"));
                PartyHtml.Badges(page, waiting.Need);
                PartyHtml.Text(page, waiting.Need.Text, "p", "quote");
            }

            using (html.In("td", ("role", "cell"), ("data-label", words.BestPartner)))
            using (html.In("div"))
            {
                html.Element("bdi", waiting.Best.Name, ("class", "name"));
                PartyHtml.Badges(page, waiting.Best);
                html.Element("p", $"{words.Fit} {page.Format.Fixed(waiting.Fit, 2)} · {words.Partners.With(waiting.Partners, page.Format)}",
                    ("class", "fit"));
            }

            using (html.In("td", ("role", "cell"), ("data-label", words.Why)))
            using (html.In("div"))
            {
                html.Element("p", words.WaitingReasons[waiting.Reason]);
                AskFirst(page, waiting.AskFirst);
            }
        }
    }

    /// <summary>Offers that would fit too if they said yes to a question; nothing when there are none.</summary>
    internal static void AskFirst(Page page, IReadOnlyList<NearOffer> offers)
    {
        if (offers.Count == 0)
        {
            return;
        }

        using (page.Html.In("details", ("class", "ask-first")))
        {
            page.Html.Element("summary", page.Words.AskFirstCount.With(offers.Count, page.Format));
            using (page.Html.In("ul", ("class", "nearest")))
            {
                foreach (var near in offers)
                {
                    GapSection.Near(page, near);
                }
            }
        }
    }
}
