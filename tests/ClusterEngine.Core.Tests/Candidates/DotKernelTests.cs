using System.Runtime.CompilerServices;
using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class DotKernelTests
{
    public static TheoryData<string, int, int> Shapes()
    {
        var shapes = new TheoryData<string, int, int>();
        foreach (var instructions in Enum.GetNames<DotInstructions>())
        {
            foreach (var passages in new[] { 1, 15, 16, 17, 33, 64, 65, 100 })
            {
                foreach (var dimensions in new[] { 1, 7, 8, 31, 384 })
                {
                    shapes.Add(instructions, passages, dimensions);
                }
            }
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Blocks_and_rows_have_the_bits_of_a_plain_chain(string instructions, int passages, int dimensions)
    {
        var kind = Supported(instructions);
        var (queryRows, passageRows) = (Vectors.Random(16, dimensions, 1, 1), Vectors.Random(passages, dimensions, 1, 2));
        var (query, passage) = (Vectors.ToMatrix(queryRows, dimensions), Vectors.ToMatrix(passageRows, dimensions));
        var panels = (passages + 15) / 16;
        const int Stride = 128;
        var block = new float[DotKernel.BlockRows * Stride];
        var row = new float[Stride];

        foreach (var first in new[] { 0, DotKernel.BlockRows })
        {
            DotKernel.Block(
                kind, ref Unsafe.Add(ref query.Panel(0), first), ref passage.Panel(0), panels, query.PaddedDimensions,
                ref block[0], Stride);
            for (var i = 0; i < DotKernel.BlockRows; i++)
            {
                DotKernel.Row(
                    kind, ref Unsafe.Add(ref query.Panel(0), first + i), ref passage.Panel(0), panels,
                    query.PaddedDimensions, ref row[0]);
                for (var j = 0; j < passages; j++)
                {
                    var expected = SearchAssert.Bits(Vectors.Chain(queryRows[first + i][0], passageRows[j][0]));
                    SearchAssert.Bits(block[(i * Stride) + j]).ShouldBe(expected);
                    SearchAssert.Bits(row[j]).ShouldBe(expected);
                }
            }
        }
    }

    [Fact]
    public void The_sum_is_close_to_the_exact_one()
    {
        var rows = Vectors.Random(200, 384, 1, 5);
        foreach (var left in rows.Take(20))
        {
            foreach (var right in rows)
            {
                // 384 roundings of a sum below 1, each of at most 2⁻²⁵.
                ((double)Vectors.Chain(left[0], right[0])).ShouldBe(Vectors.Exact(left[0], right[0]), 384 * Math.Pow(2, -25));
            }
        }
    }

    [Fact]
    public void The_best_instructions_are_supported() => DotKernel.Supports(DotKernel.Best).ShouldBeTrue();

    internal static DotInstructions Supported(string instructions)
    {
        var kind = Enum.Parse<DotInstructions>(instructions);
        Assert.SkipUnless(DotKernel.Supports(kind), "This machine has no such instructions.");
        return kind;
    }
}
