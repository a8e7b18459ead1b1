using Gep.Spatial.Crs; using Gep.Spatial.Ingest; using Gep.Spatial.Measures; using Gep.Spatial.Coverages; using Gep.Testing;
namespace Gep.Spatial.Tests.Ingest;
public class Probe(Xunit.Abstractions.ITestOutputHelper o)
{
    [SharedDataFact] public void P()
    {
        IngestedLayer R(string d, string f, string? id) { var m = new LayerManifest(f, f, CoordinateSystem.Wgs84, id); using var s = File.OpenRead(Repository.SharedPathOf("data", d, f)); return LayerIngest.Ingest(m, GeoJsonReader.Read(s, m)); }
        var b = R("wuhan_districts_wdm_broken", "wuhan.geojson", null); var m = R("wuhan_districts_mapchina_osm", "wuhan_districts_mapchina.geojson", "Code_County");
        foreach (var p in b.Problems.Concat(m.Problems)) o.WriteLine(p.ToString());
        foreach (var r in b.Repairs) o.WriteLine($"{r} {r.SquareMetresMoved}");
        o.WriteLine($"{b.Features.Sum(f => f.SquareMetres) / 1e6} {m.Features.Sum(f => f.SquareMetres) / 1e6}");
        var ms = b.Features.Select(f => { var g = m.Features.Single(x => x.Attributes["Name_County"] == f.Attributes["name"]); var c = EqualAreaPlane.ToLonLat(f.Geometry.Centroid.Coordinate); var d = EqualAreaPlane.ToLonLat(g.Geometry.Centroid.Coordinate); return (f.Attributes["name"], new MatchedCentre(c.X, c.Y, d.X, d.Y, f.SquareMetres)); }).ToList();
        foreach (var x in ms) o.WriteLine($"{x.Item1} {x.Item2.EastMetres:0} {x.Item2.NorthMetres:0} {x.Item2.Weight/1e6:0}");
        o.WriteLine(Gcj02Suspicion.Compare("x", ms.Select(x => x.Item2).ToList()).ToString());
        o.WriteLine(Gcj02.OffsetAt(114.3, 30.6).ToString());
        foreach (var l in new[] { b, m }) { var rep = CoverageCheck.Examine("x", l.Features.Select(f => new CoverageZone(f.Id, f.Geometry))); o.WriteLine($"ov {rep.Overlaps.Count} {rep.Overlaps.Sum(q => q.SquareMetres)} gaps {rep.Gaps.Count} {rep.Gaps.Sum(q => q.SquareMetres)} un {rep.UnmatchedEdges.Count}"); }
    }
}
