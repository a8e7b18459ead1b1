using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>C10: no parcel in two schemes that exclude each other ([COMPENSATION] §4.8).</summary>
internal static class RelationChecks
{
    public static IEnumerable<ScheduleCheck> On(
        Scheme scheme,
        ImmutableArray<RegisterParcel> members,
        ImmutableArray<Scheme> schemes,
        List<AccountingProblem> problems)
    {
        if (scheme.Relations.IsEmpty) return [];
        int twice = 0;
        var compared = new List<string>();
        var notCompared = new List<string>();
        foreach (var relation in scheme.Relations)
        {
            var other =
                schemes.FirstOrDefault(candidate => candidate.Code == relation.Other)?.Rule.Membership;
            (other is null ? notCompared : compared).Add(relation.Other.ToString());
            if (other is null) continue;
            ImmutableArray<RegisterParcel> shared = [.. members.Where(other.Includes)];
            if (shared.IsEmpty) continue;
            if (relation.Policy == RelationPolicy.Exclusive)
            {
                twice += shared.Length;
                problems.AddRange(
                    shared.Select(parcel => ParcelProblems.Exclusive(parcel, scheme, relation)));
            }
            else if (relation.Policy == RelationPolicy.Undetermined)
            {
                problems.Add(ParcelProblems.StackingUndetermined(scheme, relation, shared.Length));
            }
        }
        var note = NoteOf(compared, notCompared);
        return [new ScheduleCheck(ScheduleCheckCode.C10, twice, "parcels", twice == 0, note)];
    }

    private static BilingualText NoteOf(List<string> compared, List<string> notCompared)
    {
        string chinese = "图形重叠未检查。", english = "Overlaps of polygons are not checked.";
        if (notCompared.Count > 0)
        {
            string names = string.Join(", ", notCompared);
            chinese = $"{names} 没有登记条件，未比较；{chinese}";
            english = $"{names} has no register to compare. {english}";
        }
        if (compared.Count > 0)
        {
            string names = string.Join(", ", compared);
            chinese = $"按地块号与 {names} 比较；{chinese}";
            english = $"Compared by parcel id with {names}. {english}";
        }
        return new BilingualText(chinese, english);
    }
}
