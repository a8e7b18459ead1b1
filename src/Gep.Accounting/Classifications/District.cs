using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Classifications;

/// <summary>A district of the region.</summary>
/// <param name="Code">Its division code.</param>
/// <param name="Name">Its name.</param>
/// <param name="OfficialArea">Its area in official statistics.</param>
/// <param name="Source">Where that area is written.</param>
public sealed record District(DistrictCode Code, BilingualText Name, Area OfficialArea, SourceRef Source);
