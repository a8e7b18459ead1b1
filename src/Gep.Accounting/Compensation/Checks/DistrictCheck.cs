using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>Every payment lies in a district of the workspace; not asked when no names are given.</summary>
internal static class DistrictCheck
{
    public static IEnumerable<AccountingProblem> On(
        ImmutableSortedDictionary<DistrictCode, BilingualText> names,
        IEnumerable<(DistrictCode District, string Place)> found) => found
            .Where(item => !names.IsEmpty && !names.ContainsKey(item.District))
            .Select(item => new AccountingProblem(
                AccountingProblemCode.DistrictUnknown, ProblemSeverity.Refusal, item.Place,
                new($"区划代码 {item.District} 不在本工作区的区划表中。",
                    $"District {item.District} is not one of the workspace."),
                new("请更正区划代码，或补充区划表。", "Correct the code, or add it to the districts.")));
}
