using System.Globalization;

namespace ClusterEngine.Host.Doctor;

/// <summary>Whether the machine's time-zone and language data are there.</summary>
internal static class LanguageCheck
{
    public static Finding TimeZone() => TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Stockholm", out var zone)
        ? new Finding(FindingState.Ok, "time zone", zone.Id)
        : new Finding(
            FindingState.Problem, "time zone", "Europe/Stockholm is not known here",
            "Install the time-zone data: apt-get install tzdata.");

    public static Finding Culture()
    {
        // Without ICU, or with DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, every culture writes numbers as the invariant
        // one does.
        try
        {
            if (CultureInfo.GetCultureInfo("sv-SE").NumberFormat.NumberDecimalSeparator is ",")
            {
                return new Finding(
                    FindingState.Ok, "culture", $"Swedish numbers and dates are there; the system's own is {Own()}");
            }
        }
        catch (CultureNotFoundException)
        {
            // the same thing, said another way
        }

        return new Finding(
            FindingState.Problem, "culture", "the program runs without language data",
            "Install ICU (apt-get install libicu72, or a later one), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }

    public static Finding Sorting()
    {
        string[] letters = ["ö", "a", "å", "z", "ä"];
        var sorted = string.Concat(letters.Order(StringComparer.Create(CultureInfo.GetCultureInfo("sv"), ignoreCase: false)));
        return sorted is "azåäö"
            ? new Finding(FindingState.Ok, "sorting", "a, z, å, ä, ö")
            : new Finding(
                FindingState.Problem, "sorting", $"Swedish letters are sorted as {string.Join(", ", sorted.AsEnumerable())}",
                "Install ICU with Swedish collation (apt-get install libicu72, or a later one).");
    }

    private static string Own() => CultureInfo.CurrentCulture.Name is { Length: > 0 } name ? name : "the invariant one";
}
