namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>Land of a county converted to forest.</summary>
/// <param name="County">The county.</param>
/// <param name="EcologicalMu">Ecological forest [mu].</param>
/// <param name="TotalMu">All converted land [mu].</param>
public sealed record ConvertedLand(string County, decimal EcologicalMu, decimal TotalMu);
