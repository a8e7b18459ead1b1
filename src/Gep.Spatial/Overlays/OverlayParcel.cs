using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>One parcel of an overlay.</summary>
/// <typeparam name="TClass">What parcels are grouped by.</typeparam>
/// <param name="Id">
/// Its id; within a layer the parcel of the lower id, compared by code unit, has precedence.
/// </param>
/// <param name="Class">Its class.</param>
/// <param name="Geometry">
/// Valid geometry in the equal-area plane; points and lines have no area and no pieces.
/// </param>
public sealed record OverlayParcel<TClass>(string Id, TClass Class, Geometry Geometry);
