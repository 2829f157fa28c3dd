namespace ClusterEngine.Core.Reports.Html;

/// <summary>How the report was made: in words, what decides the order, and what the run was made of.</summary>
internal static class MethodSection
{
    public static void Write(Page page)
    {
        var (html, words, stamp) = (page.Html, page.Words, page.Report.Stamp);
        using (page.Section("method"))
        {
            page.Heading("method", words.Method);
            foreach (var paragraph in words.MethodText)
            {
                html.Element("p", paragraph);
            }

            html.Element("h3", words.MethodOrder);
            using (html.In("ol", ("class", "prose")))
            {
                foreach (var parameter in words.MethodParameters)
                {
                    html.Element("li", parameter);
                }
            }

            html.Element("h3", words.MethodFacts);
            using (html.In("dl", ("class", "stamp")))
            {
                Fact(page, words.FactRegion, page.Region, code: false);
                Fact(page, words.FactCutOff, $"{page.Format.Instant(stamp.AsOf)} ({words.SwedishTime})", code: false);
                Fact(page, words.FactRun, page.Report.RunId, code: true);
                Fact(page, words.FactModel, stamp.ModelId, code: true);
                Fact(page, words.FactSettings, stamp.SettingsDigest, code: true);
                Fact(page, words.FactInputs, stamp.InputDigest, code: true);
                Fact(page, words.FactFormat, page.Format.Integer(page.Report.FormatVersion), code: false);
            }
        }
    }

    private static void Fact(Page page, string term, string value, bool code)
    {
        using (page.Html.In("div"))
        {
            page.Html.Element("dt", term);
            using (page.Html.In("dd"))
            {
                page.Html.Element(code ? "code" : "bdi", value);
            }
        }
    }
}
