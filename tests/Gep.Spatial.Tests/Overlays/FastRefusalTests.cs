using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>What is refused without a split has no area in common, by OverlayNG.</summary>
public class FastRefusalTests
{
    private const double LeastSquareMetres = 1e-7;
    private const int Scenes = 40, NastyParcels = 90;

    [Fact]
    public void AreApart_NeighboursAndNastyParcels_HaveNoCommonArea()
    {
        int apart = 0, cells = 0;
        for (int seed = 0; seed < Scenes; seed++)
        {
            Geometry[] parcels = Parcels(seed);
            ParcelTable table = TableOf(parcels);
            var test = new NeighbourTest(table);
            OverlapCells deep = new OverlapShares(table, new OverlayOptions()).Cells;
            for (int one = 0; one < parcels.Length; one++)
            {
                for (int other = 0; other < one; other++)
                {
                    PlaneBox box = table.RoughBoxOf(one), otherBox = table.RoughBoxOf(other);
                    if (!box.Overlaps(otherBox)) continue;
                    bool areApart = test.AreApart(one, other);
                    bool isShallow = !deep.MayOverlap(box.Common(otherBox));
                    if (areApart) apart++;
                    if (isShallow) cells++;
                    if (!areApart && !isShallow) continue;
                    double common = Some.CommonSquareMetres(parcels[one], parcels[other]);
                    Assert.True(
                        common < LeastSquareMetres, $"seed {seed}: {one} and {other} share {common} m²");
                }
            }
        }
        Assert.True(apart > Scenes && cells > Scenes, $"{apart} pairs by edges, {cells} by cells");
    }

    /// <summary>Fields of one mesh, some surveyed anew; in every other scene nasty parcels too.</summary>
    private static Geometry[] Parcels(int seed)
    {
        IEnumerable<Geometry> fields = new SurveyScene(seed).Parcels
            .SelectMany(layer => layer.Parcels).Select(parcel => parcel.Geometry);
        if (seed % 2 == 0) return [.. fields];
        var nasty = new NastyScene(seed);
        return
        [
            .. fields,
            .. Enumerable.Range(0, NastyParcels).Select(nasty.Parcel).Where(parcel => !parcel.IsEmpty),
            .. nasty.Zones(),
        ];
    }

    private static ParcelTable TableOf(Geometry[] parcels)
    {
        var table = new ParcelTable();
        foreach (Geometry parcel in parcels) table.Add(0, parcel);
        return table;
    }
}
