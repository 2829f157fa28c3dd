using ClusterEngine.Core.Candidates;

namespace ClusterEngine.Core.Tests.Candidates;

public sealed class TileTests
{
    [Theory]
    [InlineData(1, 64, 8)]
    [InlineData(3, 64, 8)]
    [InlineData(3, 8, 8)]
    [InlineData(9, 4, 8)]
    [InlineData(2, 256, 32)]
    public void Tiles_cover_the_range_once_and_never_part_an_owner(int most, int rows, int alignment)
    {
        var matrix = Vectors.ToMatrix(Vectors.Random(500, 8, most, most), 8);
        foreach (var (first, end) in new[] { (0, 500), (1, 499), (17, 18), (250, 500), (3, 3) })
        {
            var tiles = Tile.Cut(matrix, first, end, rows, alignment);

            tiles.SelectMany(tile => Enumerable.Range(tile.FirstOwner, tile.EndOwner - tile.FirstOwner))
                .ShouldBe(Enumerable.Range(first, end - first));
            tiles.ShouldAllBe(tile => tile.FirstRow == matrix.FirstRow(tile.FirstOwner)
                && tile.EndRow == matrix.FirstRow(tile.EndOwner)
                && (tile.EndRow - tile.FirstRow <= rows || tile.EndOwner == tile.FirstOwner + 1));
        }
    }

    [Fact]
    public void Tiles_end_at_whole_panels_where_an_owner_does()
    {
        var matrix = Vectors.ToMatrix(Vectors.Random(1000, 8, 1, 1), 8);

        Tile.Cut(matrix, 5, 1000, 64, 32).SkipLast(1).ShouldAllBe(tile => tile.EndRow % 32 == 0);
    }
}
