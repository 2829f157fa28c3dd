using System.Globalization;
using ClusterEngine.Core.Reports.Texts;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>Requirements in words: their machine forms become dates, kilometres and names of languages.</summary>
internal static class CheckHtml
{
    public static void List(Page page, IEnumerable<RequirementCheck> checks)
    {
        using (page.Html.In("ul", ("class", "checks")))
        {
            foreach (var check in checks)
            {
                using (page.Html.In("li", ("class", "check " + Class(check.Outcome))))
                {
                    page.Html.Element("span", Sign(check.Outcome), ("class", "sign"), ("aria-hidden", "true"));
                    using (page.Html.In("span"))
                    {
                        Sentence(page, check);
                    }
                }
            }
        }
    }

    /// <summary>A requirement as one line of plain text, for a table cell.</summary>
    public static string Line(ReportTexts words, RequirementCheck check)
    {
        var required = Required(words, check);
        var stated = Stated(words, check);
        var text = words.RequirementNames[check.Requirement]
            + (required.Length > 0 ? " " + required : "") + ": " + Outcome(words, check);
        return stated.Length > 0 ? $"{text} ({Lead(words, check)}{stated})" : text;
    }

    /// <summary>A requirement's machine form in words; what has another form is shown as it is.</summary>
    public static string Value(ReportTexts words, GapReason requirement, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "";
        }

        return requirement switch
        {
            GapReason.Dates => Dates(words, value),
            GapReason.Distance when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var km)
                && double.IsFinite(km) => words.Format.Kilometres(km),
            GapReason.Language => string.Join(", ", value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(code => words.Languages.GetValueOrDefault(code, code))),
            GapReason.Bsl when value.Length == 1 && char.IsAsciiDigit(value[0]) => "BSL\u00A0" + value,
            _ => value,
        };
    }

    private static void Sentence(Page page, RequirementCheck check)
    {
        var (html, words) = (page.Html, page.Words);
        html.Text(words.RequirementNames[check.Requirement]);
        if (Required(words, check) is { Length: > 0 } required)
        {
            html.Text(" ");
            html.Element("bdi", required);
        }

        html.Text(": ");
        html.Element("strong", Outcome(words, check));
        if (Stated(words, check) is { Length: > 0 } stated)
        {
            html.Text($" ({Lead(words, check)}");
            html.Element("bdi", stated);
            html.Text(")");
        }
    }

    /// <summary>What is required, with the direction of a limit: a biosafety level is the least, a distance the most; and of
    /// several languages one is enough.</summary>
    private static string Required(ReportTexts words, RequirementCheck check)
    {
        var value = Value(words, check.Requirement, check.Required);
        return (value.Length, check.Requirement) switch
        {
            ( > 0, GapReason.Bsl) => $"{words.AtLeast} {value}",
            ( > 0, GapReason.Distance) => $"{words.AtMost} {value}",
            (_, GapReason.Language) when value.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var last =>
                $"{value[..last]} {words.Or} {value[(last + 2)..]}",
            _ => value,
        };
    }

    private static string Stated(ReportTexts words, RequirementCheck check) =>
        check.Outcome == CheckOutcome.NotStated ? "" : Value(words, check.Requirement, check.Stated);

    // A distance is measured; the rest the offer states itself.
    private static string Lead(ReportTexts words, RequirementCheck check) =>
        check.Requirement == GapReason.Distance ? "" : words.States + " ";

    private static string Outcome(ReportTexts words, RequirementCheck check) =>
        check is { Outcome: CheckOutcome.NotMet, Required: null } && words.Obstacles.TryGetValue(check.Requirement, out var obstacle)
            ? obstacle
            : words.Outcomes[check.Outcome];

    /// <summary>An interval of days, <c>from/to</c> with the last included; an open end is empty or <c>..</c>.</summary>
    private static string Dates(ReportTexts words, string value)
    {
        var ends = value.Split('/');
        if (ends.Length != 2)
        {
            return value;
        }

        var from = Day(ends[0]);
        var to = Day(ends[1]);
        return (from, to, Open(ends[0]), Open(ends[1])) switch
        {
            ({ } first, { } last, _, _) => words.Format.Date(first, last),
            ({ } first, null, _, true) => words.OpenFrom + " " + words.Format.Date(first),
            (null, { } last, true, _) => words.OpenTo + " " + words.Format.Date(last),
            _ => value,
        };
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Open(string text) => text is "" or "..";

    private static string Class(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Met => "met",
        CheckOutcome.NotMet => "not-met",
        _ => "not-stated",
    };

    private static string Sign(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Met => "✓",
        CheckOutcome.NotMet => "✕",
        _ => "?",
    };
}
