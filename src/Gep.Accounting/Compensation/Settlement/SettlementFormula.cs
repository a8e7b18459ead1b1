using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>A method with what it reads, so that lacks are found before it runs.</summary>
/// <param name="Kind">The kind of rule it belongs to.</param>
/// <param name="Values">Names of numbers the terms must have.</param>
/// <param name="Measures">Names of numbers each item must have.</param>
/// <param name="Settle">Makes amounts of all cases, null where the terms say nothing for one.</param>
internal sealed record SettlementFormula(
    RuleKind Kind,
    ImmutableArray<string> Values,
    ImmutableArray<string> Measures,
    Func<ImmutableArray<SettlementCase>, List<AccountingProblem>, ImmutableArray<SettledAmount?>> Settle)
{
    /// <summary>Words each item must have.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether each item needs a verification before it is paid (C17).</summary>
    public bool NeedsCertificate { get; init; }

    /// <summary>Whether all items share the terms of the benefit day, because they share one pot.</summary>
    public bool IsJoint { get; init; }

    /// <summary>Numbers of the whole schedule.</summary>
    public Func<ImmutableArray<SettlementCase>, ImmutableArray<LineFact>> Totals { get; init; } = _ => [];

    /// <summary>Amounts of a method that looks at one item at a time.</summary>
    public static Func<ImmutableArray<SettlementCase>, List<AccountingProblem>,
        ImmutableArray<SettledAmount?>>
        Each(Func<SettlementCase, SettledAmount?> settle) =>
        (cases, _) => [.. cases.Select(settle)];
}
