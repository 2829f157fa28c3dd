using System.Diagnostics;

namespace ClusterEngine.Benchmarks;

/// <summary>Times of one thing, in seconds.</summary>
internal sealed class Timing
{
    private readonly List<double> _seconds = [];

    public double Least => _seconds.Min();

    public double Median => _seconds.Order().ElementAt(_seconds.Count / 2);

    public void Measure(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        _seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Runs several things in turn, after one round that does not count, so that a load from elsewhere hits all of them alike.</summary>
    public static Timing[] Alternate(int repetitions, CancellationToken cancellationToken, params Action[] actions)
    {
        var timings = Array.ConvertAll(actions, _ => new Timing());
        foreach (var action in actions)
        {
            action();
        }

        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                timings[i].Measure(actions[i]);
            }
        }

        return timings;
    }
}
