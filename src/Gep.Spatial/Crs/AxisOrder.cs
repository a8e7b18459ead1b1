namespace Gep.Spatial.Crs;

/// <summary>Which axis comes first where the authority of a system is followed to the letter.</summary>
public enum AxisOrder
{
    /// <summary>East first: easting, northing, or longitude, latitude.</summary>
    EastNorth,

    /// <summary>North first: northing, easting, or latitude, longitude.</summary>
    NorthEast,
}
