using Gep.DrawWuhan.Drawing;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// Gives each cell its ecosystem type: the best suited ground first, until the published or chosen area of
/// each class is reached; the last cell of wetland and of forest is cut so that the total is exact.
/// </summary>
internal sealed class CoverAllocation
{
    private const double ShrubSquareKilometres = 46, GrassSquareKilometres = 58;
    private const double GreenSquareKilometres = 118, CropSquareKilometres = 3420;

    private readonly Landscape landscape;
    private readonly List<Cell> cells;
    private readonly Dictionary<Cell, (double Wet, double Forest, double Town)> suits = [];

    /// <summary>An allocation over cells in their stable order.</summary>
    public CoverAllocation(Landscape landscape, Cell[] cells)
    {
        this.landscape = landscape;
        this.cells = [.. cells];
        foreach (Cell cell in cells) Note(cell);
    }

    /// <summary>All cells in stable order, those cut later included.</summary>
    public Cell[] Cells => [.. cells.OrderBy(c => c.Number).ThenBy(c => c.Part)];

    /// <summary>Cells become wetland until their free area reaches the wanted square metres.</summary>
    public void Wetlands(double wanted, Precedence ground) =>
        FillExactly(
            wanted, ground, cell => suits[cell].Wet, cell => CoverType.Wetland(landscape, cell.Middle));

    /// <summary>Cells become forest until their free area reaches the wanted square metres.</summary>
    public void Forests(double wanted, Precedence ground) =>
        FillExactly(
            wanted, ground, cell => suits[cell].Forest, cell => CoverType.Forest(landscape, cell.Middle));

    /// <summary>The classes without a published total: shrub, grass, urban green and cropland.</summary>
    public void Rest()
    {
        Fill(ShrubSquareKilometres, cell => suits[cell].Forest, _ => "SHR/deciduous");
        Fill(GreenSquareKilometres, GreenSuit, _ => "URB");
        Fill(GrassSquareKilometres, GrassSuit, _ => "GRA/tussock");
        Fill(CropSquareKilometres, CropSuit, cell => CoverType.Cropland(landscape, cell.Middle));
    }

    private void Note(Cell cell) => suits[cell] = (
        landscape.WetSuitability(cell.Middle), landscape.ForestSuitability(cell.Middle),
        landscape.Town(cell.Middle));

    private double GreenSuit(Cell cell) => suits[cell].Town > 0.4
        ? Chance.Noise("green", cell.Middle.X, cell.Middle.Y, 1500) + 0.25 * Chance.Of("green", cell.Number)
        : -1;

    private double GrassSuit(Cell cell) =>
        0.5 * Math.Min(suits[cell].Forest, 1) + Chance.Noise("grass", cell.Middle.X, cell.Middle.Y, 1800)
        - suits[cell].Town + 0.3 * Math.Exp(-landscape.WaterMetres(cell.Middle) / 1200);

    private double CropSuit(Cell cell) =>
        -2.0 * suits[cell].Town + Chance.Noise("crop", cell.Middle.X, cell.Middle.Y, 2200)
        + 0.55 * Chance.Of("crop", cell.Number, cell.Part);

    private IEnumerable<Cell> Ranked(Func<Cell, double> suit) => cells
        .Where(cell => cell.Type.Length == 0)
        .Select(cell => (Cell: cell, Suit: suit(cell)))
        .OrderByDescending(c => c.Suit).ThenBy(c => c.Cell.Number).ThenBy(c => c.Cell.Part)
        .Select(c => c.Cell);

    private void Fill(double squareKilometres, Func<Cell, double> suit, Func<Cell, string> type)
    {
        double left = squareKilometres * Sheet.SquareKilometre;
        foreach (Cell cell in Ranked(suit).ToArray())
        {
            if (left <= 0) return;
            cell.Type = type(cell);
            left -= cell.SquareMetres;
        }
    }

    private void FillExactly(
        double wanted, Precedence ground, Func<Cell, double> suit, Func<Cell, string> type)
    {
        double left = wanted;
        foreach (Cell cell in Ranked(suit).ToArray())
        {
            double free = ground.Measure(cell.Shape).Free;
            if (free <= left)
            {
                cell.Type = type(cell);
                left -= free;
            }
            else if (!cell.Fixed && cell.Shape.NumGeometries == 1)
            {
                CutLast(cell, left, ground, type(cell));
                return;
            }
        }
        throw new InvalidDataException("not enough ground for a published total");
    }

    private void CutLast(Cell cell, double wanted, Precedence ground, string type)
    {
        const int RestPart = 1000;
        var (west, east) = Split.AtArea(cell.Shape, wanted, shape => ground.Measure(shape).Free);
        (cell.Shape, cell.Type, cell.Fixed) = (west, type, true);
        int part = RestPart + cell.Part;
        foreach (var piece in Planar.Parts(east))
        {
            var rest = cell.With(piece, part++);
            cells.Add(rest);
            Note(rest);
        }
    }
}
