namespace Gep.Accounting.Seea;

/// <summary>The expected yearly flow of one service of one ecosystem type, at the opening and the
/// closing.</summary>
/// <param name="EcosystemType">The type.</param>
/// <param name="Service">The service.</param>
/// <param name="OpeningFlow">Expected quantity a year.</param>
/// <param name="ClosingFlow">Expected quantity a year.</param>
/// <param name="OpeningPrice">Price per unit.</param>
/// <param name="ClosingPrice">Price per unit.</param>
public sealed record AssetFlow(
    string EcosystemType, string Service, double OpeningFlow, double ClosingFlow, double OpeningPrice,
    double ClosingPrice);
