using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Extents;

/// <summary>The part of a water body in one district.</summary>
/// <param name="District">The district.</param>
/// <param name="Area">Area of the part.</param>
public sealed record WaterBodyPart(DistrictCode District, Area Area);
