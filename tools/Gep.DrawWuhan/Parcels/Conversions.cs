using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Parcels;

/// <summary>A documented change of the ground between the two vintages.</summary>
internal sealed record Conversion(int Number, string From, string To, string Note, double SquareMetres,
    int Parcels);

/// <summary>Picks the cells that the conversions of the fact file change.</summary>
internal static class Conversions
{
    /// <summary>The first year of the changed ground.</summary>
    public const int Year = 2021;

    /// <summary>Marks the nearest suitable cells of each conversion.</summary>
    public static Conversion[] Mark(Cell[] cells)
    {
        List<Conversion> result = [];
        foreach (FactRow row in FactTable.Read("conversions.csv"))
        {
            Coordinate at = Sheet.FromLonLat(row.Number("lon"), row.Number("lat"));
            Cell[] chosen = [.. cells
                .Where(c => c.Type == row["from"] && !c.Fixed && c.Conversion == 0 && c.Shape is Polygon)
                .OrderBy(c => c.Middle.Distance(at)).ThenBy(c => c.Number).ThenBy(c => c.Part)
                .Take(row.Whole("count"))];
            foreach (Cell cell in chosen) (cell.Conversion, cell.Fixed) = (row.Whole("number"), true);
            result.Add(new(row.Whole("number"), row["from"], row["to"], row["note"],
                chosen.Sum(c => c.SquareMetres), chosen.Length));
        }
        return [.. result];
    }
}
