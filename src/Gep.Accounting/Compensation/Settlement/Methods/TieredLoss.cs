using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A share of a loss by its size, with a deductible and a cap per event.</summary>
/// <remarks>
/// <c>line = min(cap, max(0, s(L)·L − d))</c>; the share of the step in which the whole loss lies, which
/// makes
/// cliffs at the steps ([COMPENSATION] §4.6, <c>whole_amount</c>).<br/>
/// L loss [yuan]; s share [1]; d deductible [yuan].<br/>
/// Source: [SUICHUAN2025].
/// </remarks>
internal static class TieredLoss
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.LossPerEvent, ["deductible", "cap"], ["loss"], SettlementFormula.Each(Settle))
    {
        NeedsCertificate = true,
    };

    private static SettledAmount? Settle(SettlementCase one)
    {
        decimal loss = one.Measure("loss");
        if (loss < 0 || one.Terms.Steps.IsEmpty) return null;
        ImmutableArray<Bracket> brackets =
            [.. one.Terms.Steps.Select(step => new Bracket(step.From, step.Value))];
        decimal paid =
            BracketScale.Of(BracketScaleType.WholeAmount, brackets).For(loss) - one.Value("deductible");
        return new SettledAmount(Math.Clamp(paid, 0, one.Value("cap")), "min(cap, max(0, s(L) · L − d))");
    }
}
