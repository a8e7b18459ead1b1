using Gep.Spatial.Crs;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Compares the reference system that a file names with the declared one.</summary>
public static class LayerCrs
{
    /// <summary>
    /// What is wrong about the named system; null when it is that of the manifest.
    /// Without a declared one, files are read as longitude and latitude.
    /// </summary>
    /// <param name="named">System named in the file; null when it names none.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="place">Where the file names it.</param>
    public static LayerProblem? Check(string? named, LayerManifest manifest, LayerPlace place)
    {
        if (named is null) return null;
        CoordinateSystem declared = manifest.Crs ?? CoordinateSystem.Wgs84;
        bool isKnown = CoordinateSystem.TryFind(named, out CoordinateSystem? system);
        if (isKnown && declared.HasSameCoordinatesAs(system!)) return null;
        return !isKnown && manifest.Crs is null
            ? LayerProblem.At(LayerProblemCode.CrsUnknown, place.WithValue(named), named)
            : LayerProblem.At(LayerProblemCode.CrsConflict, place.WithValue(named), named, declared.Code);
    }
}
