using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Extents;

/// <summary>A named lake or reservoir as one whole.</summary>
/// <param name="Id">Its id in the layer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its ecosystem type.</param>
/// <param name="WholeArea">Area of the whole; may reach beyond the region.</param>
/// <param name="Parts">Area in each district it touches.</param>
public sealed record WaterBody(
    string Id, string Name, EcosystemTypeCode Type, Area WholeArea, ImmutableArray<WaterBodyPart> Parts);
