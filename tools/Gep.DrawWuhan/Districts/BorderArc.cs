using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Districts;

/// <summary>
/// A stretch of border between two junctions, drawn once and used by the districts on both of its sides.
/// </summary>
/// <remarks>
/// Its shape is the fact file's path made natural by midpoint displacement, plus one bend: the middle moves
/// sideways, the junctions stay. The bend is what the areas are solved with.
/// </remarks>
internal sealed class BorderArc
{
    /// <summary>Decimals of a degree that districts are written with: 0.1 mm.</summary>
    public const int Decimals = 9;

    private const double StepMetres = 420, RiverWiggle = 0.035, LandWiggle = 0.14;

    private readonly Coordinate[] still;
    private readonly Coordinate[] sideways;

    /// <summary>An arc from its fact row.</summary>
    public BorderArc(FactRow row, int number)
    {
        (Name, Left, Right) = (row["arc"], row["left"], row["right"]);
        Bend = row.Number("bend");
        IsRiver = row["course"] == "river";
        Coordinate[] path = row.Path("path");
        (From, To) = (row["path"].Split(';')[0], row["path"].Split(';')[^1]);
        still = IsRiver
            ? Wiggle.Along(Wiggle.Smooth(path), StepMetres, RiverWiggle, number)
            : Wiggle.Along(path, StepMetres, LandWiggle, number);
        sideways = Sideways(still);
    }

    /// <summary>Name, from junction to junction.</summary>
    public string Name { get; }

    /// <summary>Code of the district on the left; empty outside the city.</summary>
    public string Left { get; }

    /// <summary>Code of the district on the right; empty outside the city.</summary>
    public string Right { get; }

    /// <summary>Text of the first junction.</summary>
    public string From { get; }

    /// <summary>Text of the last junction.</summary>
    public string To { get; }

    /// <summary>
    /// How willingly it bends when the areas are solved: 1 on land, little where a river is followed.
    /// </summary>
    public double Bend { get; }

    /// <summary>Whether the border follows a river.</summary>
    public bool IsRiver { get; }

    /// <summary>How far its middle has moved sideways [m].</summary>
    public double OffsetMetres { get; set; }

    /// <summary>Its points in degrees with nine decimals, junctions included.</summary>
    public Coordinate[] Points()
    {
        var points = new Coordinate[still.Length];
        for (int i = 0; i < still.Length; i++)
        {
            Coordinate at = Sheet.ToLonLat(new(
                still[i].X + OffsetMetres * sideways[i].X, still[i].Y + OffsetMetres * sideways[i].Y));
            points[i] = new(Math.Round(at.X, Decimals), Math.Round(at.Y, Decimals));
        }
        return points;
    }

    /// <summary>
    /// The bend's direction at each point: the normal of the wide course, fading to the junctions.
    /// </summary>
    private static Coordinate[] Sideways(Coordinate[] line)
    {
        const int Reach = 12;
        var result = new Coordinate[line.Length];
        for (int i = 0; i < line.Length; i++)
        {
            Coordinate a = line[Math.Max(0, i - Reach)], b = line[Math.Min(line.Length - 1, i + Reach)];
            double length = Math.Max(a.Distance(b), 1);
            double fade = Math.Sin(Math.PI * i / (line.Length - 1));
            result[i] = new(-(b.Y - a.Y) / length * fade, (b.X - a.X) / length * fade);
        }
        return result;
    }
}
