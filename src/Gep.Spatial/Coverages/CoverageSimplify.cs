namespace Gep.Spatial.Coverages;

/// <summary>Draws zones with fewer vertices so that neighbours still share their borders.</summary>
/// <remarks>
/// Borders are taken apart into arcs between the places where three or more zones meet, each arc once for
/// both its zones. Vertices go in the order of the triangle that each makes with its neighbours on the arc,
/// smallest first, as long as no other vertex lies in that triangle; so no two borders come to cross.
/// Source: [VISVALINGAM1993] for the order; [JTS-COVERAGE] for the condition.
/// </remarks>
public static class CoverageSimplify
{
    /// <summary>The same zones with fewer vertices; what was a coverage stays one.</summary>
    /// <param name="zones">The zones; their order changes nothing but the order of the result.</param>
    /// <param name="metres">
    /// Vertices go whose triangle is smaller than the square of this; at 0 only those on straight lines go
    /// [m].
    /// </param>
    public static IReadOnlyList<CoverageZone> Simplify(IReadOnlyList<CoverageZone> zones, double metres)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(metres);
        var arcs = new CoverageArcs(zones.Select(zone => zone.Geometry));
        var thinned = new ArcThinning(arcs, metres * metres);
        return [.. zones.Select((zone, i) => zone with { Geometry = arcs.Rebuild(i, zone.Geometry,
            thinned) })];
    }
}
