using System.CommandLine;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Doctor;

namespace ClusterEngine.Host.Commands;

/// <summary>Checks that all is in order.</summary>
internal sealed class DoctorCommand : HostCommand
{
    private readonly Option<bool> json = CommonOptions.Json();

    public DoctorCommand(Shell shell)
        : base(
            shell,
            "doctor",
            "Checks the model's files, the store, the disk, the port, the time zone and the language data, and says "
            + "how to mend what is wrong. Changes nothing.",
            new CommandHelp(
                """
                clusterengine doctor
                clusterengine doctor --data-directory /var/lib/clusterengine --json
                """,
                "0 all is in order (there may be warnings), 2 bad usage or settings, 4 there is a problem",
                "docs/architecture.md"))
        => Options.Add(json);

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in Checkup.RunAsync(session, cancellationToken))
        {
            findings.Add(finding);
            if (!session.Parse.GetValue(json))
            {
                Write(session, finding);
            }
        }

        if (session.Parse.GetValue(json))
        {
            session.WriteJson(findings);
        }

        return findings.Exists(f => f.State == FindingState.Problem) ? ExitCode.Environment : ExitCode.Done;
    }

    private static void Write(CommandSession session, Finding finding)
    {
        session.WriteLine($"{Words.Of(finding.State),-8} {finding.What}: {finding.Found}");
        if (finding.Mend is { } mend)
        {
            session.WriteLine($"         {mend}");
        }
    }
}
