using System.CommandLine;
using System.Globalization;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;
using Spectre.Console;
using Profile = ClusterEngine.Core.Profiles.Profile;

namespace ClusterEngine.Host.Commands;

/// <summary>Lists profiles.</summary>
internal sealed class ProfilesListCommand : HostCommand
{
    private readonly Option<string?> kind = new("--kind")
    {
        Description = "Only profiles of this kind.",
        HelpName = "KIND",
    };
    private readonly Option<string?> claim = new("--claim")
    {
        Description = "Only those that take part this way.",
        HelpName = "CLAIM",
    };
    private readonly Option<string?> text = new("--text")
    {
        Description = "Only those with this in a name, description, need or offer; upper and lower case alike.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> json = CommonOptions.Json();

    public ProfilesListCommand(Shell shell)
        : base(
            shell,
            "list",
            "Lists the profiles in the store, by name.",
            new CommandHelp(
                """
                clusterengine profiles list --kind lab --text mikroskop
                clusterengine profiles list --claim unclaimed --json
                """,
                "0 done (also when the list is empty), 2 bad usage, 4 the store cannot be read",
                "docs/formats/profiles.md"))
    {
        kind.AcceptWords(Words.All<ProfileKind>());
        claim.AcceptWords(Words.All<Claim>());
        Options.Add(kind);
        Options.Add(claim);
        Options.Add(text);
        Options.Add(json);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        await session.OpenStoreAsync(cancellationToken);
        var found = new List<Profile>();
        await foreach (var profile in session.Get<IProfileStore>().ListAsync(cancellationToken))
        {
            if (IsWanted(profile, session.Parse))
            {
                found.Add(profile);
            }
        }

        if (session.Parse.GetValue(json))
        {
            session.WriteJson(found.Select(ProfileLine.Of));
            return ExitCode.Done;
        }

        WriteTable(session, found);
        return ExitCode.Done;
    }

    private bool IsWanted(Profile profile, ParseResult parse) =>
        (parse.GetValue(kind) is not { } wantedKind || string.Equals(Words.Of(profile.Kind), wantedKind, StringComparison.Ordinal))
        && (parse.GetValue(claim) is not { } wantedClaim || string.Equals(Words.Of(profile.Claim), wantedClaim, StringComparison.Ordinal))
        && (parse.GetValue(text) is not { } wantedText || TextsOf(profile).Any(t => t.Contains(wantedText, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> TextsOf(Profile profile) => profile.Needs.Select(n => n.Text)
        .Concat(profile.Offers.Select(o => o.Text))
        .Append(profile.Description)
        .SelectMany(t => t.Versions())
        .Select(v => v.Text)
        .Append(profile.Name);

    private static void WriteTable(CommandSession session, List<Profile> found)
    {
        var people = session.People;
        var table = Screen.NewTable(
            people.Say("Namn", "Name"), people.Say("Slag", "Kind"), people.Say("Behov", "Needs"), people.Say("Erbj.", "Offers"));
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        foreach (var profile in found.OrderBy(p => p.Name, StringComparer.Create(people.Culture, CompareOptions.IgnoreCase))
            .ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            table.AddRow(
                new Rows(Screen.Cell(profile.Name), Screen.Dim($"{profile.Source}/{profile.SourceId}")),
                Screen.Cell(people.Of(profile.Kind, profile.Startup)),
                Screen.Cell(profile.Needs.Count.ToString(people.Culture)),
                Screen.Cell(profile.Offers.Count.ToString(people.Culture)));
        }

        if (found.Count > 0)
        {
            Screen.Write(session.Environment, table);
        }

        session.WriteLine(people.Format($"{found.Count:N0} profiler", $"{found.Count:N0} profiles"));
    }

    private sealed record ProfileLine(
        string Id, string Reference, ProfileKind Kind, bool Startup, string Name, string? Municipality, Claim Claim, bool Paused,
        int Needs, int Offers)
    {
        public static ProfileLine Of(Profile p) => new(
            p.Id, $"{p.Source}/{p.SourceId}", p.Kind, p.Startup, p.Name, p.Municipality, p.Claim, p.Paused, p.Needs.Count, p.Offers.Count);
    }
}
