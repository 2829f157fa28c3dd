using ClusterEngine.Core.Explanations;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>How one side of a match is shown: its name apart from the text around it, what it is, and its words.</summary>
internal static class PartyHtml
{
    /// <summary>The name, kept from turning the direction of the text beside it.</summary>
    public static void Name(Page page, string name) => page.Html.Element("bdi", name);

    /// <summary>Kind, legal entity, municipality and category, then badges.</summary>
    public static void Facts(Page page, ReportParty party)
    {
        var (html, words) = (page.Html, page.Words);
        using (html.In("p", ("class", "who")))
        {
            html.Text(words.Kinds[party.Kind]);
            if (party.LegalEntity is { } entity && !string.Equals(entity, party.Name, StringComparison.Ordinal))
            {
                html.Text(" · ");
                Name(page, entity);
            }

            if (party.Municipality is { } municipality)
            {
                html.Text(" · ");
                Name(page, municipality);
            }

            html.Text(" · " + (party.Category is { } category ? words.Categories[category] : words.NoCategory));
            Badges(page, party);
        }
    }

    public static void Badges(Page page, ReportParty party)
    {
        if (party.Startup)
        {
            Badge(page, page.Words.Startup, "startup");
        }

        switch (party.Claim)
        {
            case Claim.Unclaimed:
                Badge(page, page.Words.Unclaimed, "unclaimed");
                break;
            case Claim.Fictional:
                Badge(page, page.Words.Fictional, "fictional");
                break;
            case Claim.Claimed:
                break;
        }
    }

    /// <summary>A text in the report's language if it is written in that, otherwise in the other one; marked with its language.</summary>
    public static void Text(Page page, LocalizedText text, string element = "p", string? @class = null)
    {
        var (language, words) = text.In(page.Words.Language);
        if (words.Length > 0)
        {
            page.Html.Element(element, words, ("class", @class), ("lang", language), ("dir", "auto"));
        }
    }

    /// <summary>A cited text with the words that count marked. Ranges outside the text, or that overlap, are left out.</summary>
    public static void Citation(Page page, CitedText cited)
    {
        var html = page.Html;
        using (html.In("blockquote", ("lang", cited.Language), ("dir", "auto")))
        using (html.In("p"))
        {
            var position = 0;
            foreach (var span in cited.Spans)
            {
                var last = (long)span.Start + span.Length;
                if (span.Start < position || span.Length <= 0 || last > cited.Text.Length)
                {
                    continue;
                }

                // A range that cuts a character of two UTF-16 units in half takes the whole of it.
                var start = Whole(cited.Text, span.Start, -1);
                var end = Whole(cited.Text, (int)last, +1);
                if (start < position)
                {
                    continue;
                }

                html.Text(cited.Text[position..start]);
                html.Element("mark", cited.Text[start..end]);
                position = end;
            }

            html.Text(cited.Text[position..]);
        }
    }

    private static int Whole(string text, int index, int step) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]) ? index + step : index;

    private static void Badge(Page page, string text, string kind)
    {
        page.Html.Text(" ");
        page.Html.Element("span", text, ("class", "badge " + kind));
    }
}
