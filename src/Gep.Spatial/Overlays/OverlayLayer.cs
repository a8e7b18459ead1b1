namespace Gep.Spatial.Overlays;

/// <summary>
/// One layer of an overlay; layers are given in order of precedence, the winning one first.
/// </summary>
/// <typeparam name="TClass">What parcels are grouped by.</typeparam>
/// <param name="Name">Name of the layer.</param>
/// <param name="Parcels">Its parcels; their order does not matter.</param>
public sealed record OverlayLayer<TClass>(string Name, IReadOnlyList<OverlayParcel<TClass>> Parcels);
