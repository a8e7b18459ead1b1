using Gep.DrawWuhan.Checks;
using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Output;
using Gep.DrawWuhan.Parcels;
using Gep.DrawWuhan.Reserves;
using Gep.DrawWuhan.Waters;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan;

/// <summary>
/// The whole drawing, from facts to files: districts, waters, reserves, ground, register, checks.
/// </summary>
internal static class DrawWuhan
{
    /// <summary>Wetland of the published total: 162 461 ha.</summary>
    public const double WetlandSquareKilometres = 1624.61;

    /// <summary>Forest of the published total: 187.1 万亩, 1 mu = 10 000 / 15 m².</summary>
    public const double ForestSquareKilometres = 1_871_000 * (10_000 / 15.0) / Sheet.SquareKilometre;

    /// <summary>The year whose totals are published figures.</summary>
    public const int FirstYear = 2019;

    /// <summary>The year after the conversions.</summary>
    public const int LastYear = 2024;

    /// <summary>Draws into a workspace folder; whether every target was met.</summary>
    public static bool Into(string workspace)
    {
        var districts = new DistrictIndex(DistrictMap.Draw());
        RiverStretch[] rivers = RiverDrawing.Draw(districts.CityOnGrid);
        Geometry[] riverShapes = [.. rivers.Select(r => r.Shape)];
        PlacedShape[] lakes = ShapePlacing.Draw("lakes.csv", districts, riverShapes);
        PlacedShape[] reserves = ShapePlacing.Draw("wetlands.csv", districts, []);
        Geometry[] waters = [.. riverShapes, .. lakes.Select(l => l.Shape)];
        var landscape = new Landscape(waters, reserves.Select(r => r.Shape));
        Cell[] ground = new GroundCutter(districts, landscape, waters)
            .Cut(Tiling.Draw(districts, landscape));
        (Cell[] cells, Conversion[] conversions) = Cover(ground, landscape, districts, riverShapes, lakes);
        var villages = new Villages(districts);
        Cell[] forests = [.. cells.Where(c => c.Type.StartsWith("FOR/", StringComparison.Ordinal))];
        var register = new ForestRegister(forests, landscape, villages, districts);
        Layer[] layers = LayerList.Of(
            new ParcelLayers(districts, cells, register, conversions), rivers, lakes,
            ReserveDrawing.Features(reserves, districts, villages));
        Ground measured = Ground.Measure(layers, districts, FirstYear);
        Ground later = Ground.Measure(layers, districts, LastYear);
        Check[] checks = CheckTable.Of(districts, layers, [.. forests.Select(c => register[c])], measured);
        Write(workspace, districts, layers, DataReadme.Lines(
            layers, lakes, reserves, conversions, measured, later, checks));
        checks = [.. checks, .. FileChecks.Of(Path.Combine(workspace, "layers"))];
        foreach (Check check in checks) Console.WriteLine(check.Row());
        return checks.All(check => check.Passed);
    }

    private static (Cell[] Cells, Conversion[] Conversions) Cover(Cell[] ground, Landscape landscape,
        DistrictIndex districts, Geometry[] rivers, PlacedShape[] lakes)
    {
        var free = new Precedence(districts);
        var allocation = new CoverAllocation(landscape, ground);
        double water = rivers.Sum(river => free.Measure(river).Free);
        free.LayDown(rivers);
        water += lakes.Sum(lake => free.Measure(lake.Shape).Free);
        free.LayDown(lakes.Select(lake => lake.Shape));
        allocation.Wetlands(WetlandSquareKilometres * Sheet.SquareKilometre - water, free);
        free.LayDown(allocation.Cells.Where(c => c.Type.Length > 0).Select(c => c.Shape));
        allocation.Forests(ForestSquareKilometres * Sheet.SquareKilometre, free);
        allocation.Rest();
        Conversion[] conversions = Conversions.Mark(allocation.Cells);
        Cell[] cells = Neighbours.MergeCropland(allocation.Cells);
        Geometry[] noded = MosaicNoding.Of([.. cells.Select(cell => cell.Shape)]);
        for (int i = 0; i < cells.Length; i++) cells[i].Shape = noded[i];
        Neighbours.GrowIntoWetlands(cells);
        return (cells, conversions);
    }

    private static void Write(
        string workspace, DistrictIndex districts, Layer[] layers, IEnumerable<string> readme)
    {
        string folder = Path.Combine(workspace, "layers");
        LayerWriter.WriteDistricts(folder, districts.Districts);
        foreach (Layer layer in layers) LayerWriter.Write(folder, layer);
        LayerWriter.Write(Path.Combine(folder, "layers.yaml"), LayerCatalog.Lines(layers));
        LayerWriter.Write(Path.Combine(folder, "README.md"), readme);
    }
}
