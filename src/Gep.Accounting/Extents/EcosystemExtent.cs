using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Extents;

/// <summary>Area of one ecosystem type in one district.</summary>
/// <param name="District">The district.</param>
/// <param name="Type">The ecosystem type.</param>
/// <param name="Area">Its area there.</param>
/// <param name="Parcels">Number of parcels, whole or cut, that make it up.</param>
public sealed record EcosystemExtent(DistrictCode District, EcosystemTypeCode Type, Area Area, int Parcels);
