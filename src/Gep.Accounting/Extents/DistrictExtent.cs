using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Extents;

/// <summary>Area of one district.</summary>
/// <param name="District">The district.</param>
/// <param name="Measured">Area measured from its outline.</param>
/// <param name="Official">Area in official statistics.</param>
/// <param name="Uncovered">Measured area that no ecosystem type covers.</param>
public sealed record DistrictExtent(DistrictCode District, Area Measured, Area Official, Area Uncovered);
