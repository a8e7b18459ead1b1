using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>Who receives which part of a rate: owner, ranger, management.</summary>
/// <param name="Code">Its name in files: <c>ranger</c>.</param>
/// <param name="Name">Its names.</param>
/// <param name="YuanPerMu">Its fixed part of the rate [yuan/mu]; null for what is left.</param>
public sealed record BeneficiaryPart(string Code, BilingualText Name, decimal? YuanPerMu);
