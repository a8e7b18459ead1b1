using System.Collections.Immutable;
using Gep.Spatial.Features;

namespace Gep.Spatial.Tiles;

/// <summary>A feature of a tile layer.</summary>
/// <param name="Number">Its integer id, the same in every tile; JavaScript holds it below 2⁵³.</param>
/// <param name="Shape">Its geometry.</param>
/// <param name="Values">
/// A value per key of the layer: text, <c>bool</c>, <c>long</c> or <c>double</c>; null leaves it out.
/// </param>
public sealed record TileFeature(ulong Number, FeatureShape Shape, ImmutableArray<object?> Values);
