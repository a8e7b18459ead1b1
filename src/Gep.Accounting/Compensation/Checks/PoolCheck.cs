using Gep.Accounting.Measures;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>C25: no more is paid than the pot holds.</summary>
internal static class PoolCheck
{
    public static ScheduleCheck On(Money pot, IReadOnlyList<DraftLine> lines)
    {
        decimal over = lines.Sum(line => line.Amount.Yuan) - pot.Yuan;
        return new ScheduleCheck(ScheduleCheckCode.C25, over, "yuan", over <= 0,
            new(Invariant($"各行合计不超过资金总额 {pot} 元。"),
                Invariant($"The lines do not exceed the pot of {pot} yuan.")));
    }
}
