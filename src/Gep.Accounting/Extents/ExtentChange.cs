using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Extents;

/// <summary>Area of a district that was of one type and is of another, or of the same.</summary>
/// <param name="District">The district.</param>
/// <param name="From">Type at the opening; null where no layer covered the ground.</param>
/// <param name="To">Type at the closing; null where no layer covers the ground.</param>
/// <param name="Area">The area.</param>
public sealed record ExtentChange(
    DistrictCode District, EcosystemTypeCode? From, EcosystemTypeCode? To, Area Area);
