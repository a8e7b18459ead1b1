using System.Collections.Immutable;
using Gep.Spatial.Features;

namespace Gep.Api.Maps;

/// <summary>A feature of a collection.</summary>
/// <param name="Id">Its id in the collection.</param>
/// <param name="Number">Its integer id in vector tiles, below 2⁵³.</param>
/// <param name="Shape">Its geometry; null where it has none.</param>
/// <param name="Values">A value of its kind per property of the collection; null for none.</param>
internal sealed record MapFeature(
    string Id, ulong Number, FeatureShape? Shape, ImmutableArray<object?> Values);
