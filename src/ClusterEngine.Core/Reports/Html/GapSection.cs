using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>Needs that nobody can meet, grouped by reason in the design's order, and the nearest offers.</summary>
internal static class GapSection
{
    // A gap takes some 3 KB: nine reasons of 100 make 2.7 MB, which a browser still shows at once.
    private const int MostOfAReason = 100;

    public static void Write(Page page)
    {
        var (html, words) = (page.Html, page.Words);
        using (page.Section("gaps"))
        {
            page.Heading("gaps", words.Gaps, page.Report.Gaps.Count);
            if (page.Report.Gaps.Count == 0)
            {
                page.Empty(words.GapsEmpty);
                return;
            }

            html.Element("p", words.GapsLead, ("class", "lead"));
            foreach (var group in page.Report.Gaps.GroupBy(gap => gap.Reason).OrderBy(group => group.Key))
            {
                using (html.In("div", ("class", "reason-group")))
                {
                    using (html.In("h3"))
                    {
                        html.Text(words.GapTitles[group.Key] + " ");
                        html.Element("span", page.Format.Integer(group.Count()), ("class", "count"));
                    }

                    html.Element("p", words.GapTexts[group.Key], ("class", "note"));
                    foreach (var gap in Sorted(Nearest(group), words))
                    {
                        Gap(page, gap);
                    }

                    page.More(words.MoreGaps, group.Count() - MostOfAReason);
                }
            }
        }
    }

    /// <summary>By reason, then by the asker's name in the language's own order.</summary>
    public static IEnumerable<ReportGap> Sorted(IEnumerable<ReportGap> gaps, ReportTexts words) => gaps
        .OrderBy(gap => gap.Reason)
        .ThenBy(gap => gap.Need.Name, words.Alphabet)
        .ThenBy(gap => gap.Need.FacetId, StringComparer.Ordinal);

    /// <summary>An offer near a need: whose, how near, and what it fails or leaves unsaid.</summary>
    public static void Near(Page page, NearOffer near)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("li", ("class", "near")))
        {
            using (html.In("p", ("class", "near-head")))
            {
                html.Element("bdi", near.Offer.Name, ("class", "name"));
                PartyHtml.Badges(page, near.Offer);
                html.Text(" ");
                html.Element("span", $"{words.Fit} {page.Format.Fixed(near.Fit, 2)}", ("class", "fit"));
            }

            PartyHtml.Text(page, near.Offer.Text, "p", "quote");
            var open = near.Checks.Where(check => check.Outcome != CheckOutcome.Met).ToList();
            if (open.Count > 0)
            {
                CheckHtml.List(page, open);
            }
            else
            {
                html.Element("p", words.BelowThreshold, ("class", "note"));
            }

            if (near.Question is { } question)
            {
                using (html.In("div", ("class", "ask")))
                {
                    html.Element("p", words.AskFirst, ("class", "ask-title"));
                    PartyHtml.Text(page, question);
                }
            }
        }
    }

    private static IEnumerable<ReportGap> Nearest(IEnumerable<ReportGap> gaps) => gaps
        .OrderByDescending(gap => gap.Nearest.Count > 0 ? gap.Nearest[0].Fit : 0)
        .ThenBy(gap => gap.Need.FacetId, StringComparer.Ordinal)
        .Take(MostOfAReason);

    private static void Gap(Page page, ReportGap gap)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("article", ("class", "gap")))
        {
            using (html.In("div", ("class", "gap-need")))
            {
                using (html.In("h4"))
                {
                    PartyHtml.Name(page, gap.Need.Name);
                }

                PartyHtml.Facts(page, gap.Need);
                PartyHtml.Text(page, gap.Need.Text, "blockquote");
            }

            using (html.In("div", ("class", "gap-near")))
            {
                if (gap.Nearest.Count == 0)
                {
                    html.Element("p", words.NoneNear, ("class", "note"));
                    return;
                }

                html.Element("p", words.Nearest, ("class", "role"));
                using (html.In("ul", ("class", "nearest")))
                {
                    foreach (var near in gap.Nearest)
                    {
                        Near(page, near);
                    }
                }
            }
        }
    }
}
