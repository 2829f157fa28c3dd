namespace ClusterEngine.Core.Reports.Html;

/// <summary>What changed since the last report, how far matches have come, and who is seen.</summary>
internal static class OutcomeSections
{
    public static void Changes(Page page)
    {
        var (html, words) = (page.Html, page.Words);
        using (page.Section("changes"))
        {
            page.Heading("changes", words.Changes);
            if (page.Report.Changes is not { } changes)
            {
                page.Empty(words.ChangesNone);
                return;
            }

            html.Element("p", $"{words.ChangesSince} {page.Format.Week(changes.Since)}.", ("class", "lead"));
            Figures(page,
                (changes.NewMatches, words.NewMatches),
                (changes.GoneMatches, words.GoneMatches),
                (changes.NewGaps, words.NewGaps),
                (changes.ClosedGaps, words.ClosedGaps));
        }
    }

    public static void Funnel(Page page)
    {
        var (html, words, funnel) = (page.Html, page.Words, page.Report.Funnel);
        using (page.Section("funnel"))
        {
            page.Heading("funnel", words.Funnel);
            if (funnel.Proposed == 0)
            {
                page.Empty(words.FunnelEmpty);
                return;
            }

            html.Element("p", words.FunnelLead, ("class", "lead"));
            int[] counts = [funnel.Proposed, funnel.Approved, funnel.Introduced, funnel.Met, funnel.Outcome];
            using (html.In("ol", ("class", "funnel")))
            {
                for (var i = 0; i < counts.Length; i++)
                {
                    using (html.In("li"))
                    {
                        html.Element("span", words.FunnelSteps[i], ("class", "step"));
                        html.Text(" ");
                        html.Element("strong", page.Format.Integer(counts[i]));
                        ContributionHtml.Bar(html, (double)counts[i] / funnel.Proposed, "bar");
                    }
                }
            }
        }
    }

    public static void Exposure(Page page)
    {
        var (html, words) = (page.Html, page.Words);
        using (page.Section("exposure"))
        {
            page.Heading("exposure", words.Exposure);
            if (page.Report.Exposure.Count == 0)
            {
                page.Empty(words.ExposureEmpty);
                return;
            }

            html.Element("p", words.ExposureLead, ("class", "lead"));
            using (html.In("ul", ("class", "exposure")))
            {
                foreach (var profile in page.Report.Exposure
                    .OrderByDescending(item => item.Matches)
                    .ThenBy(item => item.Name, words.Alphabet)
                    .ThenBy(item => item.ProfileId, StringComparer.Ordinal))
                {
                    using (html.In("li"))
                    {
                        PartyHtml.Name(page, profile.Name);
                        html.Text(" ");
                        html.Element("span", words.MatchCount.With(profile.Matches, page.Format), ("class", "fit"));
                    }
                }
            }
        }
    }

    /// <summary>Numbers with what they count.</summary>
    public static void Figures(Page page, params ReadOnlySpan<(int Count, string Label)> figures)
    {
        using (page.Html.In("dl", ("class", "figures")))
        {
            foreach (var (count, label) in figures)
            {
                using (page.Html.In("div"))
                {
                    page.Html.Element("dt", label);
                    page.Html.Element("dd", page.Format.Integer(count));
                }
            }
        }
    }
}
