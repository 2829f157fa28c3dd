using System.Text;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>A report as one self-contained page.</summary>
internal static class ReportPage
{
    /// <summary>Where a server says whether the report is a draft: the frozen bytes cannot know.</summary>
    public const string StatusMark = "<!-- status -->\n";

    public static byte[] Render(Report report, ReportTexts words)
    {
        var title = $"{words.Title} {words.Format.Week(report.Week)}";
        return Encoding.UTF8.GetBytes(Shell.Write(words, title, html => Body(new Page(html, words, report))));
    }

    private static void Body(Page page)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("header", ("class", "masthead")))
        {
            using (html.In("p", ("class", "eyebrow")))
            {
                html.Text(words.Product + " · ");
                PartyHtml.Name(page, page.Region);
            }

            using (html.In("h1"))
            {
                html.Text(words.Title + " ");
                html.Element("span", page.Format.Week(page.Report.Week), ("class", "when"));
            }
        }

        using (html.In("div", ("class", "layout")))
        {
            Contents(page);
            using (html.In("main", ("id", "content"), ("tabindex", "-1")))
            {
                html.Trusted(StatusMark);
                Incomplete(page);
                Notices(page);
                Figures(page);
                MatchSection.Write(page);
                GapSection.Write(page);
                WaitingSection.Write(page);
                CapacitySection.Write(page);
                OutcomeSections.Changes(page);
                OutcomeSections.Funnel(page);
                OutcomeSections.Exposure(page);
                MethodSection.Write(page);
            }
        }

        using (html.In("footer"))
        using (html.In("p"))
        {
            html.Element("a", words.ToTop, ("href", "#top"));
        }
    }

    private static void Contents(Page page)
    {
        var (html, words, report) = (page.Html, page.Words, page.Report);
        using (html.In("nav", ("class", "contents"), ("aria-labelledby", "contents-heading")))
        {
            html.Element("h2", words.Contents, ("id", "contents-heading"));
            using (html.In("ul"))
            {
                Link(page, "matches", words.Matches, report.Matches.Count);
                Link(page, "gaps", words.Gaps, report.Gaps.Count);
                Link(page, "waiting", words.Waiting, report.Waiting.Count);
                Link(page, "capacity", words.Capacity, report.Capacity.Count);
                Link(page, "changes", words.Changes, null);
                Link(page, "funnel", words.Funnel, null);
                Link(page, "exposure", words.Exposure, null);
                Link(page, "method", words.Method, null);
            }
        }
    }

    private static void Link(Page page, string id, string title, int? count)
    {
        using (page.Html.In("li"))
        using (page.Html.In("a", ("href", "#" + id)))
        {
            page.Html.Text(title);
            if (count is { } number)
            {
                page.Html.Text(" ");
                page.Html.Element("span", page.Format.Integer(number), ("class", "count"));
            }
        }
    }

    private static void Incomplete(Page page)
    {
        if (page.Report.Missing.Count == 0)
        {
            return;
        }

        var (html, words) = (page.Html, page.Words);
        using (html.In("section", ("class", "banner warn"), ("aria-labelledby", "incomplete-heading")))
        {
            html.Element("h2", words.IncompleteTitle, ("id", "incomplete-heading"));
            html.Element("p", words.IncompleteText);
            html.Element("p", words.IncompleteList);
            using (html.In("ul"))
            {
                foreach (var step in page.Report.Missing)
                {
                    html.Element("li", step, ("dir", "auto"));
                }
            }
        }
    }

    private static void Notices(Page page)
    {
        var (html, words, claims) = (page.Html, page.Words, Shown(page.Report));
        if (!claims.Contains(Claim.Unclaimed) && !claims.Contains(Claim.Fictional))
        {
            return;
        }

        using (html.In("section", ("class", "banner"), ("aria-labelledby", "about-heading")))
        {
            html.Element("h2", words.AboutTitle, ("id", "about-heading"));
            if (claims.Contains(Claim.Unclaimed))
            {
                html.Element("p", words.UnclaimedNotice);
            }

            if (claims.Contains(Claim.Fictional))
            {
                html.Element("p", words.FictionalNotice);
            }
        }
    }

    private static void Figures(Page page)
    {
        var (words, counts, claims) = (page.Words, page.Report.Counts, page.Report.Claims);
        using (page.Html.In("section", ("class", "part key"), ("aria-labelledby", "figures-heading")))
        {
            page.Heading("figures", words.Figures);
            OutcomeSections.Figures(page,
                (counts.Matches, words.FigureMatches),
                (counts.Gaps, words.FigureGaps),
                (counts.Waiting, words.FigureWaiting),
                (counts.Profiles, words.FigureProfiles),
                (counts.Needs, words.FigureNeeds),
                (counts.Offers, words.FigureOffers),
                (counts.Candidates, words.FigureCandidates));
            page.Html.Element("p", string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{page.Format.Integer(claims.Claimed)} {words.FigureClaimed} · {page.Format.Integer(claims.Unclaimed)} {words.FigureUnclaimed} · {page.Format.Integer(claims.Fictional)} {words.FigureFictional}"),
                ("class", "note"));
        }
    }

    /// <summary>In which ways the profiles that the page shows take part.</summary>
    private static HashSet<Claim> Shown(Report report) =>
    [
        .. report.Matches.SelectMany(match => new[] { match.Need.Claim, match.Offer.Claim }),
        .. report.Gaps.SelectMany(gap => gap.Nearest.Select(near => near.Offer.Claim).Append(gap.Need.Claim)),
        .. report.Waiting.SelectMany(wait =>
            wait.AskFirst.Select(near => near.Offer.Claim).Append(wait.Need.Claim).Append(wait.Best.Claim)),
        .. report.Capacity.Select(row => row.Offer.Claim),
    ];
}
