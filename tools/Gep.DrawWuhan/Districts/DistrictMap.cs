using Gep.DrawWuhan.Drawing;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Districts;

/// <summary>A district: what is published, and the ring drawn for it in degrees.</summary>
internal sealed record District(
    string Code, string NameZh, string NameEn, double OfficialSquareKilometres, Coordinate PublishedCentroid,
    string Source, string Confidence, Coordinate[] Ring)
{
    /// <summary>Area of the ring as written [m²].</summary>
    public double DrawnSquareMetres => Math.Abs(DistrictMap.SignedArea(Ring));
}

/// <summary>
/// Draws the 13 districts: border arcs between junctions, each used by both neighbours, bent until every
/// district has its official area.
/// </summary>
/// <remarks>
/// Newton's method with the smallest weighted bends: <c>J W Jᵀ λ = r, b = W Jᵀ λ</c>; b bend of each arc
/// [m], r missing area of each district [m²], J area per bend [m], W willingness to bend squared [-].
/// </remarks>
internal static class DistrictMap
{
    private const int NewtonSteps = 12;
    private const double ProbeMetres = 1;

    /// <summary>The districts in the order of the fact file.</summary>
    public static District[] Draw()
    {
        FactRow[] rows = FactTable.Read("districts.csv");
        BorderArc[] arcs = [.. FactTable.Read("borders.csv").Select((row, i) => new BorderArc(row, i))];
        string[] codes = [.. rows.Select(row => row["code"])];
        double[] target = [.. rows.Select(row => row.Number("official_area_km2") * Sheet.SquareKilometre)];
        for (int step = 0; step < NewtonSteps; step++) BendOnce(arcs, codes, target);
        return [.. rows.Select(row => new District(
            row["code"], row["name_zh"], row["name_en"], row.Number("official_area_km2"),
            new(row.Number("centroid_lon"), row.Number("centroid_lat")), row["source"], row["confidence"],
            RingOf(row["code"], arcs)))];
    }

    /// <summary>Signed area of a ring in degrees [m²].</summary>
    public static double SignedArea(Coordinate[] ring) => EllipsoidArea.SignedSquareMetres(
        Sheet.Factory.CreateLinearRing([.. ring.Select(at => EqualAreaPlane.FromLonLat(at.X, at.Y))])
            .CoordinateSequence);

    private static void BendOnce(BorderArc[] arcs, string[] codes, double[] target)
    {
        double[] missing = [.. codes.Select((code, i) => target[i] - SignedArea(RingOf(code, arcs)))];
        var effect = new double[codes.Length, arcs.Length];
        for (int k = 0; k < arcs.Length; k++)
        {
            double before = Sweep(arcs[k]);
            arcs[k].OffsetMetres += ProbeMetres;
            double change = (Sweep(arcs[k]) - before) / ProbeMetres;
            arcs[k].OffsetMetres -= ProbeMetres;
            if (arcs[k].Left.Length > 0) effect[Array.IndexOf(codes, arcs[k].Left), k] = change;
            if (arcs[k].Right.Length > 0) effect[Array.IndexOf(codes, arcs[k].Right), k] = -change;
        }
        var normal = new double[codes.Length, codes.Length];
        for (int i = 0; i < codes.Length; i++)
            for (int j = 0; j < codes.Length; j++)
                for (int k = 0; k < arcs.Length; k++)
                    normal[i, j] += effect[i, k] * arcs[k].Bend * arcs[k].Bend * effect[j, k];
        double[] lambda = LinearSystem.Solve(normal, missing);
        for (int k = 0; k < arcs.Length; k++)
            for (int i = 0; i < codes.Length; i++)
                arcs[k].OffsetMetres += arcs[k].Bend * arcs[k].Bend * effect[i, k] * lambda[i];
    }

    /// <summary>Area between the arc and the chord of its ends, left side counted positive [m²].</summary>
    private static double Sweep(BorderArc arc)
    {
        Coordinate[] points = arc.Points();
        return SignedArea([.. points, points[0]]);
    }

    /// <summary>The closed ring around a district, counter-clockwise.</summary>
    private static Coordinate[] RingOf(string code, BorderArc[] arcs)
    {
        List<(string From, string To, Coordinate[] Points)> open = [];
        foreach (BorderArc arc in arcs)
        {
            if (arc.Left == code) open.Add((arc.From, arc.To, arc.Points()));
            if (arc.Right == code) open.Add((arc.To, arc.From, [.. arc.Points().Reverse()]));
        }
        var ring = new List<Coordinate>(open[0].Points);
        string end = open[0].To;
        open.RemoveAt(0);
        while (open.Count > 0)
        {
            int next = open.FindIndex(piece => piece.From == end);
            if (next < 0) throw new InvalidDataException($"border of {code} is open at {end}");
            ring.AddRange(open[next].Points.Skip(1));
            end = open[next].To;
            open.RemoveAt(next);
        }
        return [.. ring];
    }
}
