namespace Gep.Accounting.Compensation.Settlement;

/// <summary>One step of a scale or one instalment of a plan.</summary>
/// <param name="Kind">For what it is: <c>ecological</c>; empty when for all.</param>
/// <param name="From">First number it is for: yuan of a loss, or year of the plan.</param>
/// <param name="To">Last year of the plan, inclusive; null for a scale, which runs to the next step.</param>
/// <param name="Value">Rate, amount or share.</param>
public sealed record TermsStep(string Kind, decimal From, decimal? To, decimal Value);
