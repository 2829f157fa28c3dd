using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Benchmarks;

/// <summary>8 queries against 256 passages: what is the tile's cost by itself, from cache?</summary>
public class DotMicro
{
    private const int Passages = 256;
    private readonly float[][] _queryRows = SampleVectors.Create(DotKernel.BlockRows, 1);
    private readonly float[][] _passageRows = SampleVectors.Create(Passages, 2);
    private readonly AlignedFloats _output = new(DotKernel.BlockRows * Passages);
    private readonly VectorMatrix _queries;
    private readonly VectorMatrix _passages;

    public DotMicro() => (_queries, _passages) = (SampleVectors.ToMatrix(_queryRows), SampleVectors.ToMatrix(_passageRows));

    [Benchmark(Baseline = true)]
    public float TensorPrimitivesDot()
    {
        var output = _output.Span;
        for (var q = 0; q < _queryRows.Length; q++)
        {
            for (var p = 0; p < Passages; p++)
            {
                output[(q * Passages) + p] = TensorPrimitives.Dot<float>(_queryRows[q], _passageRows[p]);
            }
        }

        return output[0];
    }

    [Benchmark]
    public float Block512() => Block(DotInstructions.Vector512);

    [Benchmark]
    public float Block256() => Block(DotInstructions.Vector256);

    [Benchmark]
    public float BlockPortable() => Block(DotInstructions.Portable);

    private float Block(DotInstructions instructions)
    {
        DotKernel.Block(
            instructions, ref _queries.Panel(0), ref _passages.Panel(0), Passages / VectorMatrix.PanelRows,
            SampleVectors.Dimensions, ref _output[0], Passages);
        return _output[0];
    }
}
