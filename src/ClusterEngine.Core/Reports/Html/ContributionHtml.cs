using System.Globalization;
using ClusterEngine.Core.Explanations;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>One side's contributions as a table whose last rows are their sum and the probability.</summary>
internal static class ContributionHtml
{
    public static void Table(Page page, string title, SideExplanation side)
    {
        var (html, words) = (page.Html, page.Words);
        var widest = side.Contributions.Select(c => Math.Abs(c.Amount)).Append(1e-9).Max();
        using (html.In("table", ("class", "contributions")))
        {
            html.Element("caption", title);
            using (html.In("thead"))
            using (html.In("tr"))
            {
                html.Element("th", words.Feature, ("scope", "col"));
                html.Element("th", words.Value, ("scope", "col"), ("class", "number"));
                html.Element("th", words.Weight, ("scope", "col"), ("class", "number"));
                html.Element("th", words.Amount, ("scope", "col"), ("class", "number"));
            }

            using (html.In("tbody"))
            {
                foreach (var contribution in side.Contributions)
                {
                    Row(page, contribution, Math.Abs(contribution.Amount) / widest);
                }
            }

            using (html.In("tfoot"))
            {
                Foot(page, words.Sum, page.Format.Fixed(side.Z, 2));
                Foot(page, words.Probability, page.Format.Fixed(side.Probability, 2));
            }
        }
    }

    /// <summary>A bar whose length says what the number beside it says; sized by attributes, so that no inline style is needed.</summary>
    public static void Bar(HtmlWriter html, double share, string @class)
    {
        var width = (Math.Clamp(share, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture);
        using (html.In("svg", ("class", @class), ("viewBox", "0 0 100 4"), ("preserveAspectRatio", "none"),
            ("aria-hidden", "true"), ("focusable", "false")))
        {
            html.Element("rect", "", ("width", width), ("height", "4"));
        }
    }

    private static void Row(Page page, Contribution contribution, double share)
    {
        var html = page.Html;
        using (html.In("tr"))
        {
            using (html.In("th", ("scope", "row")))
            {
                html.Text(page.Words.Features.GetValueOrDefault(contribution.Feature, contribution.Feature));
                Bar(html, share, contribution.Amount < 0 ? "bar minus" : "bar");
            }

            html.Element("td", page.Format.Fixed(contribution.Value, 2), ("class", "number"));
            html.Element("td", page.Format.Fixed(contribution.Weight, 2), ("class", "number"));
            html.Element("td", page.Format.Fixed(contribution.Amount, 2), ("class", "number"));
        }
    }

    private static void Foot(Page page, string title, string value)
    {
        using (page.Html.In("tr"))
        {
            page.Html.Element("th", title, ("scope", "row"), ("colspan", "3"));
            page.Html.Element("td", value, ("class", "number"));
        }
    }
}
