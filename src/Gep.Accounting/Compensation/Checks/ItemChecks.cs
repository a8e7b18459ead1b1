using System.Collections.Immutable;
using Gep.Accounting.Compensation.Settlement;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>C06 and C17 of settled items, and that each has what its method reads.</summary>
internal static class ItemChecks
{
    public static IEnumerable<ScheduleCheck> On(
        ImmutableArray<SettlementItem> items, SettlementFormula formula, List<AccountingProblem> problems)
    {
        foreach (var item in items)
        {
            string[] lacking =
            [
                .. formula.Measures.Where(name => !item.Measures.ContainsKey(name)),
                .. formula.Words.Where(name => !item.Words.ContainsKey(name)),
                .. item.Measures.Where(pair => Math.Abs(pair.Value) > SettlementItem.MeasureMax)
                    .Select(pair => pair.Key),
            ];
            if (lacking.Length > 0) problems.Add(SettlementProblems.Lacks(item, string.Join(", ", lacking)));
        }
        ImmutableArray<AccountingProblem> duplicates = [.. items
            .GroupBy(item => item.Id, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1)
                .Select(second => SettlementProblems.Duplicate(group.First(), second)))];
        problems.AddRange(duplicates);
        yield return new ScheduleCheck(ScheduleCheckCode.C06, duplicates.Length, "items", duplicates.IsEmpty,
            new($"{items.Length} 个编号互不重复。", $"{items.Length} ids, none twice."));
        if (!formula.NeedsCertificate) yield break;
        ImmutableArray<AccountingProblem> unverified = [.. items
            .Where(item => string.IsNullOrWhiteSpace(item.Certificate))
            .Select(SettlementProblems.Unverified)];
        problems.AddRange(unverified);
        yield return new ScheduleCheck(ScheduleCheckCode.C17, unverified.Length, "items", unverified.IsEmpty,
            new("每件都有核实或验收凭证。", "Each has a certificate of verification or acceptance."));
    }
}
