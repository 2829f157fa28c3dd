using ClusterEngine.Core.Explanations;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>This week's matches, a card each.</summary>
internal static class MatchSection
{
    public static void Write(Page page)
    {
        using (page.Section("matches"))
        {
            page.Heading("matches", page.Words.Matches, page.Report.Matches.Count);
            if (page.Report.Matches.Count == 0)
            {
                page.Empty(page.Words.MatchesEmpty);
                return;
            }

            page.Html.Element("p", page.Words.MatchesLead, ("class", "lead"));
            for (var i = 0; i < page.Report.Matches.Count; i++)
            {
                Card(page, page.Report.Matches[i], i + 1);
            }
        }
    }

    private static void Card(Page page, ReportMatch match, int rank)
    {
        var id = $"match-{page.Format.Integer(rank)}";
        using (page.Html.In("article", ("class", "match"), ("id", id), ("aria-labelledby", id + "-title")))
        {
            Head(page, match, rank, id);
            PartyHtml.Text(page, match.Reason, "p", "reason");
            using (page.Html.In("div", ("class", "sides")))
            {
                Side(page, page.Words.Needs, match.Need, match.NeedCitation, "need");
                Side(page, page.Words.Offers, match.Offer, match.OfferCitation, "offer");
            }

            Facts(page, match);
            WaitingSection.AskFirst(page, match.AskFirst);
            Explanation(page, match);
        }
    }

    private static void Head(Page page, ReportMatch match, int rank, string id)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("header"))
        {
            using (html.In("div", ("class", "pair")))
            {
                using (html.In("h3", ("id", id + "-title")))
                {
                    html.Element("span", page.Format.Integer(rank), ("class", "rank"));
                    html.Text(" ");
                    PartyHtml.Name(page, match.Need.Name);
                    html.Text(" ");
                    html.Element("span", words.Meets, ("class", "meets"));
                    html.Text(" ");
                    PartyHtml.Name(page, match.Offer.Name);
                }

                if (match.Origin == MatchOrigin.CarriedOver)
                {
                    html.Element("p", words.CarriedOver, ("class", "badge carried"));
                }
            }

            using (html.In("p", ("class", "score")))
            {
                html.Element("strong", page.Format.Score(match.Score));
                html.Text(" ");
                html.Element("span", words.OutOf, ("class", "of"));
                html.Text(" ");
                html.Element("span", words.ScoreLabel, ("class", "label"));
            }
        }
    }

    private static void Side(Page page, string title, ReportParty party, CitedText cited, string side)
    {
        using (page.Html.In("div", ("class", "side " + side)))
        {
            using (page.Html.In("h4"))
            {
                page.Html.Element("span", title, ("class", "role"));
                page.Html.Text(" ");
                PartyHtml.Name(page, party.Name);
            }

            PartyHtml.Facts(page, party);
            PartyHtml.Citation(page, cited);
        }
    }

    private static void Facts(Page page, ReportMatch match)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("dl", ("class", "facts")))
        {
            if (match.Words.Count > 0)
            {
                using (Fact(page, words.WordsThatMet))
                using (html.In("dd"))
                using (html.In("ul", ("class", "words")))
                {
                    foreach (var pair in match.Words)
                    {
                        using (html.In("li"))
                        {
                            html.Element("bdi", pair.Need, ("lang", match.NeedCitation.Language));
                            html.Element("span", " ↔ ", ("class", "meets"));
                            html.Element("bdi", pair.Offer, ("lang", match.OfferCitation.Language));
                        }
                    }
                }
            }

            using (Fact(page, words.Requirements))
            using (html.In("dd"))
            {
                if (match.Requirements.Count == 0)
                {
                    html.Text(words.NoRequirements);
                }
                else
                {
                    CheckHtml.List(page, match.Requirements);
                }
            }

            Fact(page, words.Distance, match.Kilometres is { } km ? page.Format.Kilometres(km) : words.DistanceUnknown);
            Fact(page, words.DirectionLabel, Direction(page, match.Direction));
        }
    }

    private static void Explanation(Page page, ReportMatch match)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("details"))
        {
            html.Element("summary", words.WhyScore);
            html.Element("p", words.WhyScoreText, ("class", "note"));
            using (html.In("div", ("class", "sides")))
            {
                ContributionHtml.Table(page, words.NeedSide, match.NeedSide);
                ContributionHtml.Table(page, words.OfferSide, match.OfferSide);
            }

            using (html.In("dl", ("class", "facts small")))
            {
                Fact(page, words.Fit, page.Format.Fixed(match.Fit, 2));
                using (Fact(page, words.References))
                using (html.In("dd"))
                {
                    html.Element("code", $"{match.Need.Reference}#{match.Need.Key}");
                    html.Text(" ↔ ");
                    html.Element("code", $"{match.Offer.Reference}#{match.Offer.Key}");
                }
            }
        }
    }

    private static string Direction(Page page, string direction) => string.Join(
        " → ", direction.Split('→').Select(code => page.Words.Languages.GetValueOrDefault(code, code)).Distinct(StringComparer.Ordinal));

    private static HtmlWriter.Scope Fact(Page page, string term)
    {
        var scope = page.Html.In("div");
        page.Html.Element("dt", term);
        return scope;
    }

    private static void Fact(Page page, string term, string value)
    {
        using (Fact(page, term))
        {
            page.Html.Element("dd", value);
        }
    }
}
