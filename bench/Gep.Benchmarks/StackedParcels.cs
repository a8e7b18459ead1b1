using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// The parcels of layers in a table, in order of precedence: what is left of an overlay without objects for
/// parcels and pieces.
/// </summary>
internal sealed class StackedParcels
{
    private readonly ParcelTable _table = new();
    private readonly int[] _layerOf;

    public StackedParcels(IReadOnlyList<OverlayLayer<int>> layers)
    {
        var layerOf = new List<int>();
        for (int layer = 0; layer < layers.Count; layer++)
        {
            foreach (OverlayParcel<int> parcel in layers[layer].Parcels)
            {
                _table.Add(parcel.Class, parcel.Geometry);
                layerOf.Add(layer);
            }
        }
        _layerOf = [.. layerOf];
    }

    /// <summary>Net area of each class in each zone, zone by zone [m²].</summary>
    public double[] Measure(Geometry[] zones, OverlayOptions options)
    {
        var areas = new OverlayAreas(zones, _table, _table.GeometryOf, _layerOf, options);
        OverlayCuts cuts = OverlayCuts.Of(areas, options);
        var sums = new CompensatedSum[zones.Length * _table.Classes];
        for (int rank = 0; rank < cuts.Count; rank++)
        {
            foreach (ref readonly ZonePart part in cuts.PartsOf(rank))
                sums[part.Zone * _table.Classes + _table.ClassOf(rank)].Add(part.Net);
        }
        return [.. sums.Select(sum => sum.Value)];
    }
}
