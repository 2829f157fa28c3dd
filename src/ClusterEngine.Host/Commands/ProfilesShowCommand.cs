using System.CommandLine;
using System.Globalization;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>Shows one profile: everything but its contact and a personal number.</summary>
internal sealed class ProfilesShowCommand : HostCommand
{
    private readonly Argument<string> reference = new("PROFILE")
    {
        Description = "Its id (p_…), or its source and its id there: SOURCE/ID.",
    };
    private readonly Option<bool> json = CommonOptions.Json();

    public ProfilesShowCommand(Shell shell)
        : base(
            shell,
            "show",
            "Shows one profile with its needs and offers. Its contact, and an organisationsnummer that is a personal "
            + "number, are never shown.",
            new CommandHelp(
                """
                clusterengine profiles show fictional-biotech/trollpaket-mrna
                clusterengine profiles list --text vaccin  finds its reference
                """,
                "0 done, 2 bad usage or no such profile, 4 the store cannot be read",
                "docs/formats/profiles.md"))
    {
        Arguments.Add(reference);
        Options.Add(json);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        await session.OpenStoreAsync(cancellationToken);
        var written = session.Parse.GetRequiredValue(reference);
        var profile = Shown(await ProfileReference.FindAsync(session, written, cancellationToken));
        if (session.Parse.GetValue(json))
        {
            session.WriteJson(profile);
            return ExitCode.Done;
        }

        Write(session, profile);
        return ExitCode.Done;
    }

    // A sole trader's number is the person's own.
    private static Profile Shown(Profile profile) => profile.LegalEntity is { NumberIsPersonal: true } entity
        ? profile with { LegalEntity = entity with { Organisationsnummer = null } }
        : profile;

    private static void Write(CommandSession session, Profile profile)
    {
        var people = session.People;
        session.WriteLine(SafeText.Of(profile.Name));
        session.WriteLine(string.Join(" · ", Facts(people, profile).Select(SafeText.Of)));
        session.WriteLine($"{profile.Source}/{profile.SourceId}  {profile.Id}");
        Paragraph(session, people.Of(profile.Description));
        foreach (var need in profile.Needs)
        {
            Facet(session, people.Say("Behöver", "Needs"), need.Key, need.Category, need.Visibility, need.Text);
            Requirements(session, need.Hard);
        }

        foreach (var offer in profile.Offers)
        {
            Facet(session, people.Say("Erbjuder", "Offers"), offer.Key, offer.Category, offer.Visibility, offer.Text);
        }

        foreach (var source in profile.Sources)
        {
            session.WriteLine();
            session.WriteLine(SafeText.Of(source.Url));
        }
    }

    private static IEnumerable<string> Facts(People people, Profile profile)
    {
        yield return people.Of(profile.Kind, profile.Startup);
        yield return people.Of(profile.Claim);
        if (profile.LegalEntity is { } entity)
        {
            yield return entity.Organisationsnummer is { } number ? $"{entity.Name} ({number})" : entity.Name;
        }

        if (profile.Municipality is { } municipality)
        {
            yield return municipality;
        }

        if (profile.Paused)
        {
            yield return people.Say("pausad", "paused");
        }
    }

    private static void Facet(
        CommandSession session, string side, string key, Category? category, Visibility visibility, LocalizedText text)
    {
        session.WriteLine();
        var kind = category is { } known ? Words.Of(known) : session.People.Say("kategori ej angiven", "category not stated");
        session.WriteLine($"{side} {SafeText.Of(key)} ({kind}, {Words.Of(visibility)})");
        Paragraph(session, session.People.Of(text));
    }

    private static void Requirements(CommandSession session, HardRequirements hard)
    {
        var culture = CultureInfo.InvariantCulture;
        List<string> required =
        [
            .. hard.BslMin is { } bsl ? [string.Create(culture, $"BSL {bsl}")] : Array.Empty<string>(),
            .. hard.CertificationsAll,
            .. hard.From is not null || hard.To is not null ? [string.Create(culture, $"{hard.From:yyyy-MM-dd}/{hard.To:yyyy-MM-dd}")] : Array.Empty<string>(),
            .. hard.MaxKilometres is { } km ? [km.ToString(session.People.Culture) + " km"] : Array.Empty<string>(),
            .. hard.LanguagesAny,
        ];
        if (required.Count > 0)
        {
            session.WriteLine($"  {session.People.Say("Krav", "Requires")}: {SafeText.Of(string.Join(", ", required))}");
        }
    }

    private static void Paragraph(CommandSession session, string text)
    {
        if (text.Length > 0)
        {
            Screen.Write(session.Environment, new Spectre.Console.Padder(Screen.Cell(text), new Spectre.Console.Padding(2, 0, 0, 0)));
        }
    }
}
