using BenchmarkDotNet.Attributes;
using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Benchmarks;

/// <summary>25,000 similarities in random order into the list of the first few, against a priority queue.</summary>
public class TopListMicro
{
    private readonly float[] _similarities = new float[25_000];

    [Params(20, 200)]
    public int Kept { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (var i = 0; i < _similarities.Length; i++)
        {
            _similarities[i] = random.NextSingle();
        }
    }

    [Benchmark(Baseline = true)]
    public int PriorityQueue()
    {
        var queue = new PriorityQueue<int, float>(Kept + 1);
        for (var i = 0; i < _similarities.Length; i++)
        {
            if (queue.Count < Kept)
            {
                queue.Enqueue(i, _similarities[i]);
            }
            else
            {
                queue.EnqueueDequeue(i, _similarities[i]);
            }
        }

        return queue.Count;
    }

    [Benchmark]
    public float TopList()
    {
        var list = new TopList(Kept);
        for (var i = 0; i < _similarities.Length; i++)
        {
            if (_similarities[i] > list.Least)
            {
                list.Add(new Candidate(i, _similarities[i], 0, i));
            }
        }

        return list.Least;
    }
}
