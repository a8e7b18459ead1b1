using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Parameters;

/// <summary>One parameter of one ecosystem service for one ecosystem type.</summary>
/// <param name="Service">The service that uses it.</param>
/// <param name="Name">Its name in the method: <c>runoff-coefficient</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="EcosystemType">The type it holds for; null for all types (<c>*</c>).</param>
/// <param name="History">Its values over time, with unit and sources.</param>
public sealed record ServiceParameter(
    ServiceCode Service, string Name, BilingualText Label, EcosystemTypeCode? EcosystemType,
    DatedParameter History);
