using System.Globalization;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Host.Output;

/// <summary>What people read on the terminal, in Swedish or English, with that language's numbers and dates.</summary>
internal sealed class People
{
    private static readonly People Swedish = new("sv", "sv-SE");
    private static readonly People English = new("en", "en-GB");

    private People(string language, string culture)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>Number formats and sorting.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The words of a language.</summary>
    public static People In(string language) => language is "sv" ? Swedish : English;

    /// <summary>One of two wordings.</summary>
    public string Say(string swedish, string english) => Language is "sv" ? swedish : english;

    /// <summary>One of two wordings, filled in with the language's number formats.</summary>
    public string Format(FormattableString swedish, FormattableString english) =>
        (Language is "sv" ? swedish : english).ToString(Culture);

    /// <summary>A text in the language, or in the other when it is not written in that.</summary>
    public string Of(LocalizedText text) => SafeText.Of(text.In(Language).Text);

    /// <summary>A kind of profile.</summary>
    public string Of(ProfileKind kind, bool startup = false) => kind switch
    {
        ProfileKind.Company when startup => Say("startup", "startup"),
        ProfileKind.Company => Say("företag", "company"),
        ProfileKind.Lab => Say("labb", "lab"),
        ProfileKind.ResearchGroup => Say("forskargrupp", "research group"),
        ProfileKind.Clinic => Say("klinik", "clinic"),
        _ => Say("nätverk", "network"),
    };

    /// <summary>How an organisation takes part.</summary>
    public string Of(Claim claim) => claim switch
    {
        Claim.Claimed => Say("egen", "claimed"),
        Claim.Unclaimed => Say("från öppna källor", "unclaimed"),
        _ => Say("påhittad", "fictional"),
    };
}
