using ClusterEngine.Core.Runs;
using ClusterEngine.Host.Cli;
using ClusterEngine.Host.Output;

namespace ClusterEngine.Host.Commands;

/// <summary>Runs the pipeline and shows each of its steps.</summary>
internal static class PipelineRun
{
    /// <summary>Runs it.</summary>
    public static async Task<PipelineOutcome> RunAsync(
        CommandSession session, DateTimeOffset? asOf, ProgressDisplay display, CancellationToken cancellationToken)
    {
        var steps = new Steps(session, display);
        var outcome = await session.Get<Pipeline>()
            .RunAsync(asOf, new Heard<PipelineProgress>(steps.Hear), cancellationToken);
        steps.End(outcome);
        foreach (var missing in outcome.Report.Missing)
        {
            session.Environment.Error.WriteLine($"The report is incomplete: {missing}");
        }

        return outcome;
    }

    private static string Name(PipelineStep step, People people) => step switch
    {
        PipelineStep.Embed => people.Say("Läser texterna", "Embed"),
        PipelineStep.Match => people.Say("Matchar", "Match"),
        PipelineStep.Allocate => people.Say("Väljer", "Allocate"),
        _ => people.Say("Rapport", "Report"),
    };

    /// <summary>Ends each step when the next begins.</summary>
    private sealed class Steps(CommandSession session, ProgressDisplay display)
    {
        private readonly People people = session.People;
        private PipelineProgress? current;
        private long began;

        public void Hear(PipelineProgress progress)
        {
            if (current?.Step != progress.Step)
            {
                EndCurrent();
                began = session.Environment.Time.GetTimestamp();
                display.Begin(Name(progress.Step, people));
            }

            current = progress;
            display.Report(Name(progress.Step, people), progress.Done, progress.Total);
        }

        public void End(PipelineOutcome outcome)
        {
            if (current?.Step == PipelineStep.Report)
            {
                current = null; // ended below, with what was found
            }

            EndCurrent();
            if (outcome.TextsReused > 0)
            {
                display.End(Name(PipelineStep.Embed, people), people.Format(
                    $"{outcome.TextsEmbedded:N0} nya texter, {outcome.TextsReused:N0} fanns redan",
                    $"{outcome.TextsEmbedded:N0} new texts, {outcome.TextsReused:N0} were there already"));
            }

            if (outcome.Run.Counts is { } counts)
            {
                display.End(Name(PipelineStep.Report, people), ReportScreen.Found(people, counts));
            }
        }

        private void EndCurrent()
        {
            if (current is { Step: PipelineStep.Embed } embed)
            {
                var seconds = session.Environment.Time.GetElapsedTime(began).TotalSeconds;
                var perSecond = seconds > 0 ? embed.Done / seconds : 0;
                display.End(Name(embed.Step, people), people.Format(
                    $"{embed.Done:N0} nya texter ({perSecond:N0} texter/s)",
                    $"{embed.Done:N0} new texts ({perSecond:N0} texts/s)"));
            }
            else if (current is { } other)
            {
                display.End(Name(other.Step, people), people.Say("klart", "done"));
            }
        }
    }
}
