using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>What each section of a report's page is written with.</summary>
internal sealed record Page(HtmlWriter Html, ReportTexts Words, Report Report)
{
    public LanguageFormat Format => Words.Format;

    /// <summary>The region's id as a name: the first letter large, hyphens as spaces.</summary>
    public string Region => Report.Stamp.Region is [var first, .. var rest]
        ? char.ToUpperInvariant(first) + rest.Replace('-', ' ')
        : "";

    /// <summary>The heading of a section, with a count beside it when there is one to show.</summary>
    public void Heading(string id, string title, int? count = null)
    {
        using (Html.In("h2", ("id", id + "-heading")))
        {
            Html.Text(title);
            if (count is { } number)
            {
                Html.Text(" ");
                Html.Element("span", Format.Integer(number), ("class", "count"));
            }
        }
    }

    /// <summary>Opens a section that the contents list leads to.</summary>
    public HtmlWriter.Scope Section(string id) =>
        Html.In("section", ("id", id), ("class", "part"), ("aria-labelledby", id + "-heading"));

    /// <summary>Says how many of a list are not shown, and where they are; nothing when all are.</summary>
    public void More(Plural text, int count)
    {
        if (count > 0)
        {
            Html.Element("p", text.With(count, Format), ("class", "note"));
        }
    }

    /// <summary>Says in words that a section is empty.</summary>
    public void Empty(string text) => Html.Element("p", text, ("class", "empty"));
}
