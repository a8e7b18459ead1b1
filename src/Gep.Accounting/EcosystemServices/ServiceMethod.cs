using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.EcosystemServices;

/// <summary>One way to measure one ecosystem service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Name">Name of the method, as profiles name it: <c>water-balance</c>.</param>
/// <param name="Equation">The equation, for people.</param>
/// <param name="Source">Where the equation is written.</param>
/// <param name="Parameters">The parameters it reads.</param>
/// <param name="Quantities">The quantities of all districts, in any order; missing inputs are noted, not
/// guessed.</param>
public sealed record ServiceMethod(
    ServiceCode Service,
    string Name,
    string Equation,
    SourceRef Source,
    ImmutableArray<ParameterNeed> Parameters,
    Func<ServiceInputs, IEnumerable<ServiceQuantity>> Quantities);
