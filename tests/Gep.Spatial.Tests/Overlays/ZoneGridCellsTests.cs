using Gep.Spatial.Overlays;

namespace Gep.Spatial.Tests.Overlays;

public class ZoneGridCellsTests
{
    private const int West = 3, East = 7;

    /// <summary>Sides that are whole squares and such that are not; few borders and many.</summary>
    [Theory]
    [InlineData(64, 64, 0.002)]
    [InlineData(61, 43, 0.002)]
    [InlineData(17, 90, 0.01)]
    [InlineData(33, 31, 0.2)]
    [InlineData(5, 5, 0)]
    public void TryFindZone_AnyBox_IsToldCellByCell(int columns, int rows, double share)
    {
        const int Seed = 31, Boxes = 20_000;
        var random = new Random(Seed);
        var scene = new Scene(columns, rows, share, random);
        for (int i = 0; i < Boxes; i++)
        {
            (int west, int east) = Ends(columns, random);
            (int south, int north) = Ends(rows, random);
            bool isFree = scene.IsFree(west, south, east, north);
            Assert.Equal(isFree, scene.Cells.TryFindZone(west, south, east, north, out int zone));
            if (isFree) Assert.Equal(scene.ZoneAt(west), zone);
        }
    }

    [Fact]
    public void Cell_Any_IsThatOfItsPlace()
    {
        const int Seed = 32, Columns = 61, Rows = 43;
        var scene = new Scene(Columns, Rows, 0.01, new Random(Seed));
        for (int row = 0; row < Rows; row++)
        {
            int borders = 0;
            for (int column = 0; column < Columns; column++)
            {
                ZoneGridCell cell = scene.Cells[row, column];
                bool isBorder = !scene.IsFree(column, row, column, row);
                Assert.Equal(isBorder, cell.NextBorder == column);
                Assert.Equal(isBorder ? borders++ : scene.ZoneAt(column) + 1, cell.Zone);
            }
        }
    }

    private static (int First, int Last) Ends(int cells, Random random)
    {
        int first = random.Next(cells);
        return (first, Math.Min(cells - 1, first + random.Next(random.Next(1, cells + 1))));
    }

    /// <summary>Two zones, a border between them from south to north, and borders here and there.</summary>
    private sealed class Scene
    {
        private readonly bool[,] _isBorder;
        private readonly int _middle;

        public Scene(int columns, int rows, double share, Random random)
        {
            _isBorder = new bool[rows, columns];
            _middle = columns / 2;
            Cells = new ZoneGridCells(columns, rows);
            var together = new ZoneGridCell[ZoneGridCells.SquareCells * columns];
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                    _isBorder[row, column] = column == _middle || random.NextDouble() < share;
                int inBand = row % ZoneGridCells.SquareCells;
                Label(row, together.AsSpan(inBand * columns, columns));
                if (inBand == ZoneGridCells.SquareCells - 1 || row == rows - 1)
                    Cells.Add(row - inBand, together);
            }
        }

        public ZoneGridCells Cells { get; }

        public int ZoneAt(int column) => column < _middle ? West : East;

        public bool IsFree(int west, int south, int east, int north)
        {
            for (int row = south; row <= north; row++)
            {
                for (int column = west; column <= east; column++)
                {
                    if (_isBorder[row, column]) return false;
                }
            }
            return true;
        }

        private void Label(int row, Span<ZoneGridCell> cells)
        {
            ushort next = ushort.MaxValue;
            for (int column = cells.Length - 1; column >= 0; column--)
            {
                if (_isBorder[row, column]) next = (ushort)column;
                cells[column] = new ZoneGridCell((ushort)(ZoneAt(column) + 1), next);
            }
            int borders = 0;
            for (int column = 0; column < cells.Length; column++)
            {
                if (_isBorder[row, column])
                    cells[column] = cells[column] with { Zone = (ushort)borders++ };
            }
        }
    }
}
