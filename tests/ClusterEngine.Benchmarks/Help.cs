namespace ClusterEngine.Benchmarks;

internal static class Help
{
    public const string Text = """
        Measures ClusterEngine. Each command prints tables in markdown for docs/performance.md.

        Usage: dotnet run -c Release --project tests/ClusterEngine.Benchmarks -- COMMAND [OPTIONS]

          kernel [--sizes 1000,10000,20000] [--repetitions 5] [--threads 2]
              All pairs, top 20, against a plain TensorPrimitives.Dot loop and this machine's FMA rate;
              both neighbourhoods at 25,000; a single query against a plain read of memory.
          embed [--repetitions 3]
              The sample needs and offers through the embedder, against ONNX Runtime alone on the same batches.
          match [--sizes 1000,10000] [--directory DIR]
              The full match with vectors ready, over profiles made from the samples, from loading to the stored
              report; each size in a process of its own. With DIR the stores stay there and are used again.
          fit --data DIR
              The fit's parameters and the model's threshold, on the validation clusters in DIR (clusters.jsonl).
          expected
              The matcher held to data/sample/expected.jsonl, with each miss.
          micro [BenchmarkDotNet's options, such as --filter *Dot*]
              The dot tile and the heap by themselves.

        Example: dotnet run -c Release --project tests/ClusterEngine.Benchmarks -- kernel --sizes 1000,10000
        """;
}
