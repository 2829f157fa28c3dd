using System.Text;
using ClusterEngine.Core.Reports.Html;
using ClusterEngine.Core.Reports.Texts;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Core.Reports;

/// <summary>The pages around the reports, in the reports' own look: the list, and what a visitor sees when there is nothing.
/// A language that is not <c>sv</c> is taken as English.</summary>
public static class ReportPages
{
    /// <summary>What the pages let a browser load, for the header Content-Security-Policy: their own style and nothing else.</summary>
    public static string ContentSecurityPolicy => StyleSheet.Policy;

    /// <summary>The list of reports, as the store orders them.</summary>
    public static byte[] Index(IReadOnlyList<ReportHeading> reports, string language) =>
        Simple(language, words => words.IndexTitle, (html, words) =>
        {
            html.Element("p", words.IndexLead, ("class", "lead"));
            if (reports.Count == 0)
            {
                html.Element("p", words.IndexEmpty, ("class", "empty"));
                return;
            }

            List(html, words, words.IndexLatest, reports.Take(1));
            if (reports.Count > 1)
            {
                List(html, words, words.IndexEarlier, reports.Skip(1));
            }
        }, "/");

    /// <summary>There is no such page.</summary>
    public static byte[] NotFound(string language) => Simple(language, words => words.NotFoundTitle, (html, words) =>
    {
        html.Element("p", words.NotFoundText);
        All(html, words);
    });

    /// <summary>The store does not answer.</summary>
    public static byte[] Unavailable(string language) => Simple(
        language, words => words.UnavailableTitle, (html, words) => html.Element("p", words.UnavailableText));

    /// <summary>A report's page with a banner that says which version it is, and leads to its files. The frozen file itself
    /// has none, because publishing does not change its bytes.</summary>
    /// <param name="page">The file <c>report.sv.html</c> or <c>report.en.html</c>.</param>
    /// <param name="heading">Which report it is.</param>
    /// <param name="language">The file's language.</param>
    public static byte[] WithStatus(ReadOnlyMemory<byte> page, ReportHeading heading, string language)
    {
        var words = Words(language);
        var html = new HtmlWriter();
        using (html.In("section", ("class", heading.PublishedAt is null ? "banner draft" : "banner"),
            ("aria-labelledby", "status-heading")))
        {
            html.Element("h2", Status(words, heading), ("id", "status-heading"));
            html.Element("p", heading.PublishedAt is { } at
                ? $"{words.PublishedAt} {words.Format.Instant(at)} ({words.SwedishTime})."
                : words.DraftText);
            using (html.In("nav", ("aria-label", words.Files), ("class", "files")))
            {
                var other = Other(words);
                html.Element("a", words.OtherLanguage, ("href", Address(heading) + "&language=" + other), ("lang", other), ("hreflang", other));
                html.Element("a", words.SpreadsheetFile, ("href", Address(heading, $"/report.{words.Language}.csv")));
                html.Element("a", words.DataFile, ("href", Address(heading, "/report.json")));
                All(html, words);
            }
        }

        var text = Encoding.UTF8.GetString(page.Span);
        var mark = text.IndexOf(ReportPage.StatusMark, StringComparison.Ordinal);
        return mark < 0 ? page.ToArray() : Encoding.UTF8.GetBytes(text.Insert(mark, html.ToString()));
    }

    private static byte[] Simple(
        string language, Func<ReportTexts, string> title, Action<HtmlWriter, ReportTexts> body, string? path = null)
    {
        var words = Words(language);
        return Encoding.UTF8.GetBytes(Shell.Write(words, $"{title(words)} – {words.Product}", html =>
        {
            using (html.In("header", ("class", "masthead")))
            {
                html.Element("p", words.Product, ("class", "eyebrow"));
                html.Element("h1", title(words));
            }

            using (html.In("main", ("id", "content"), ("class", "single"), ("tabindex", "-1")))
            {
                body(html, words);
                if (path is not null)
                {
                    var other = Other(words);
                    using (html.In("p", ("class", "files")))
                    {
                        html.Element("a", words.OtherLanguage, ("href", $"{path}?language={other}"), ("lang", other), ("hreflang", other));
                    }
                }
            }
        }));
    }

    private static void List(HtmlWriter html, ReportTexts words, string title, IEnumerable<ReportHeading> reports)
    {
        html.Element("h2", title);
        using (html.In("ul", ("class", "reports")))
        {
            foreach (var report in reports)
            {
                using (html.In("li"))
                {
                    html.Element("a", words.Format.Week(report.Week), ("href", Address(report) + "&language=" + words.Language));
                    html.Text(" ");
                    html.Element("span", Status(words, report), ("class", "badge"));
                    html.Text(" ");
                    html.Element("small", $"{words.WrittenAt} {words.Format.Instant(report.CreatedAt)}");
                }
            }
        }
    }

    private static void All(HtmlWriter html, ReportTexts words) =>
        html.Element("a", words.AllReports, ("href", "/?language=" + words.Language));

    private static string Status(ReportTexts words, ReportHeading heading) => heading.PublishedAt is null
        ? words.Draft
        : $"{words.Published}, {words.VersionOf} {words.Format.Integer(heading.Version)}";

    private static string Address(ReportHeading heading, string file = "") => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"/reports/{heading.Week}{file}?version={heading.Version}");

    private static string Other(ReportTexts words) =>
        string.Equals(words.Language, "sv", StringComparison.Ordinal) ? "en" : "sv";

    private static ReportTexts Words(string language) =>
        string.Equals(language, "sv", StringComparison.Ordinal) ? SwedishTexts.Texts : EnglishTexts.Texts;
}
