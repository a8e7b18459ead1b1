using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>What every overlay asks of a parcel.</summary>
internal readonly struct ParcelRow(in PlaneBox box, double squareMetres, int classIndex, int rings)
{
    /// <summary>Least x and y, greatest x and y [m], rounded outwards.</summary>
    public readonly Vector128<float> Box = box.Rounded;

    /// <summary>Area [m²].</summary>
    public readonly double SquareMetres = squareMetres;

    /// <summary>Its class, from 0.</summary>
    public readonly int Class = classIndex;

    /// <summary>How many rings it has.</summary>
    public readonly int Rings = rings;

    /// <summary>The box in double precision.</summary>
    public PlaneBox RoughBox => new(Box[0], Box[1], Box[2], Box[3]);
}
