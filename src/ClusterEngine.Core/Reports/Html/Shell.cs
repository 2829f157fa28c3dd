using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>What every page has around its content.</summary>
internal static class Shell
{
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='5' cy='8' r='4' "
        + "fill='%230d5c4b'/%3E%3Ccircle cx='11' cy='8' r='4' fill='%23c98a1b' fill-opacity='.85'/%3E%3C/svg%3E";

    public static string Write(ReportTexts words, string title, Action<HtmlWriter> body)
    {
        var html = new HtmlWriter();
        html.Trusted("<!doctype html>\n");
        using (html.In("html", ("lang", words.Language)))
        {
            using (html.In("head"))
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", StyleSheet.Policy));
                html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
                html.Void("meta", ("name", "robots"), ("content", "noindex"));
                html.Element("title", title);
                html.Void("link", ("rel", "icon"), ("href", Icon));
                html.Trusted("<style>" + StyleSheet.Text + "</style>\n");
            }

            using (html.In("body", ("id", "top")))
            {
                html.Element("a", words.Skip, ("class", "skip"), ("href", "#content"));
                body(html);
            }
        }

        return html.ToString();
    }
}
