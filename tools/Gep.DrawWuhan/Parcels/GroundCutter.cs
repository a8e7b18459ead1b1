using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// Cuts the tiles at district borders and at the shores of rivers and lakes; some are left uncut on
/// purpose, so that parcels cross borders and layers really overlap.
/// </summary>
internal sealed class GroundCutter
{
    private const double PieceMinSquareMetres = 25_000, DrownedShare = 0.93, DryShare = 0.999;
    private const double CrossBorderShare = 0.9;
    private const double LeftOverlappingShare = 0.12, LeftOverlappingInHills = 0.4, HillsFrom = 0.5;
    private const double OverlapMin = 0.05, OverlapMax = 0.6, MultipartShare = 0.75;

    private readonly DistrictIndex districts;
    private readonly Landscape landscape;
    private readonly STRtree<Geometry> waters = new();

    /// <summary>A cutter for districts and waters of the file grid.</summary>
    public GroundCutter(DistrictIndex districts, Landscape landscape, IEnumerable<Geometry> waters)
    {
        (this.districts, this.landscape) = (districts, landscape);
        foreach (Geometry water in waters) this.waters.Insert(water.EnvelopeInternal, water);
    }

    /// <summary>The cells of all tiles, in the order of the tiles.</summary>
    public Cell[] Cut(Polygon[] tiles)
    {
        List<Cell> cells = [];
        for (int number = 0; number < tiles.Length; number++)
        {
            int part = 0;
            foreach ((int district, Geometry shape, bool whole) in ByDistrict(number, tiles[number]))
                foreach ((Geometry dry, bool overlapping) in Dry(number, shape))
                    cells.Add(new(number, ++part, district, dry)
                    {
                        LeftOverlapping = overlapping,
                        Fixed = overlapping || whole,
                    });
        }
        return [.. cells];
    }

    private IEnumerable<(int District, Geometry Shape, bool Whole)> ByDistrict(int number, Polygon tile)
    {
        int[] touching = districts.Touching(tile);
        if (touching.Length == 1 && districts.Contains(touching[0], tile))
        {
            yield return (touching[0], tile, false);
            yield break;
        }
        string middle = districts.CodeAt(tile.Centroid.Coordinate);
        if (touching.Length > 1 && middle.Length > 0 && Chance.Of("cross", number) < CrossBorderShare
            && Planar.Difference(tile, districts.CityOnGrid).IsEmpty)
        {
            yield return (Array.FindIndex(districts.Districts, d => d.Code == middle), tile, true);
            yield break;
        }
        foreach (int district in touching)
            foreach (Polygon piece in Planar.Parts(Planar.Intersection(tile, districts.OnGrid[district])))
                if (Sheet.AreaOfGrid(piece) > PieceMinSquareMetres) yield return (district, piece, false);
    }

    private IEnumerable<(Geometry Shape, bool Overlapping)> Dry(int number, Geometry shape)
    {
        Geometry dry = shape;
        foreach (Geometry water in waters.Query(shape.EnvelopeInternal).OrderBy(w => w.EnvelopeInternal.MinX))
            if (water.Intersects(dry)) dry = Planar.Difference(dry, water);
        if (ReferenceEquals(dry, shape))
        {
            yield return (shape, false);
            yield break;
        }
        double whole = Sheet.AreaOfGrid(shape), left = Sheet.AreaOfGrid(dry) / whole;
        if (left < 1 - DrownedShare) yield break;
        bool canOverlap = 1 - left is > OverlapMin and < OverlapMax;
        if (left > DryShare || (canOverlap && StaysOverlapping(number, shape)))
        {
            yield return (left > DryShare ? dry : shape, left <= DryShare);
            yield break;
        }
        Polygon[] parts = [.. Planar.Parts(dry).Where(p => Sheet.AreaOfGrid(p) > PieceMinSquareMetres)];
        if (parts.Length > 1 && Chance.Of("multipart", number) < MultipartShare)
            yield return (Planar.Join(parts), false);
        else
            foreach (Polygon part in parts) yield return (part, false);
    }

    private bool StaysOverlapping(int number, Geometry shape)
    {
        bool isInHills = landscape.Hill(Sheet.FromGrid(shape.Centroid.Coordinate)) > HillsFrom;
        return Chance.Of("overlap", number) < (isInHills ? LeftOverlappingInHills : LeftOverlappingShare);
    }
}
