using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Accounts;

/// <summary>A closing check and what it found.</summary>
/// <param name="Code">Code of the rule or invariant: <c>G7</c>, <c>I1</c>.</param>
/// <param name="Title">What must hold.</param>
/// <param name="Residual">By how much it does not hold; zero when it does exactly.</param>
/// <param name="Unit">Unit of the residual.</param>
/// <param name="Passed">Whether the residual is within its tolerance.</param>
public sealed record AccountCheck(string Code, BilingualText Title, double Residual, Unit Unit, bool Passed);
