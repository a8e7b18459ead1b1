using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>C13 and C14: payers add up to each line and to the total, lines add up to the total.</summary>
internal static class SumChecks
{
    public static IEnumerable<ScheduleCheck> On(
        Money total, ImmutableArray<PayerShare> payers, ImmutableArray<PaymentLine> lines)
    {
        decimal payersResidual = lines.Sum(line => Math.Abs(line.Amount.Yuan - SumOf(line.Payers)))
            + Math.Abs(total.Yuan - SumOf(payers));
        yield return new ScheduleCheck(ScheduleCheckCode.C13, payersResidual, "yuan", payersResidual == 0,
            new("各级分担合计与每行金额、总额一致。", "Payers' parts add up to each line and to the total."));
        decimal linesResidual = total.Yuan - lines.Sum(line => line.Amount.Yuan);
        yield return new ScheduleCheck(ScheduleCheckCode.C14, linesResidual, "yuan", linesResidual == 0,
            new("各行合计与总额一致。", "The lines add up to the total."));
    }

    private static decimal SumOf(ImmutableArray<PayerShare> shares) => shares.Sum(share => share.Amount.Yuan);
}
