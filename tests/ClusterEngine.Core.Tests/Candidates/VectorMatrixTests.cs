using System.Runtime.CompilerServices;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class VectorMatrixTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 7)]
    [InlineData(17, 8)]
    [InlineData(33, 384)]
    public void Rows_come_out_as_they_went_in(int owners, int dimensions)
    {
        var vectors = Vectors.Random(owners, dimensions, 3, 1);
        var matrix = Vectors.ToMatrix(vectors, dimensions);
        var rows = vectors.SelectMany(owner => owner).ToArray();

        matrix.Rows.ShouldBe(rows.Length);
        var copy = new float[dimensions];
        for (var row = 0; row < rows.Length; row++)
        {
            matrix.CopyRow(row, copy);
            copy.ShouldBe(rows[row]);
        }
    }

    [Fact]
    public void Rows_know_their_owner()
    {
        var matrix = Vectors.ToMatrix([[[1f], [2f]], [[3f]], [[4f], [5f], [6f]]], 1);

        Enumerable.Range(0, matrix.Rows).Select(matrix.Owner).ShouldBe([0, 0, 1, 2, 2, 2]);
        Enumerable.Range(0, matrix.Owners + 1).Select(matrix.FirstRow).ShouldBe([0, 2, 3, 6]);
    }

    [Fact]
    public void Panels_begin_on_a_cache_line()
    {
        for (var rows = 1; rows < 40; rows++)
        {
            var matrix = Vectors.ToMatrix(Vectors.Random(rows, 24, 1, rows), 24);
            (Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref matrix.Panel(rows / 16)) % 64).ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_refused(float number) =>
        Should.Throw<ArgumentException>(() => Vectors.ToMatrix([[[1f, 2f]], [[3f, number]]], 2))
            .Message.ShouldContain("Row 1");

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Should.Throw<ArgumentException>(() => Vectors.ToMatrix([[[1f, 2f, 3f]]], 2)).Message.ShouldContain("expected 2");

    [Fact]
    public void An_owner_without_vectors_is_refused() =>
        Should.Throw<ArgumentException>(() => Vectors.ToMatrix([[[1f]], []], 1)).Message.ShouldContain("Owner 1");

    [Fact]
    public void A_row_outside_is_refused()
    {
        var matrix = Vectors.ToMatrix([[[1f]]], 1);

        Should.Throw<ArgumentOutOfRangeException>(() => matrix.CopyRow(1, new float[1]));
        Should.Throw<ArgumentOutOfRangeException>(() => matrix.CopyRow(-1, new float[1]));
    }
}
