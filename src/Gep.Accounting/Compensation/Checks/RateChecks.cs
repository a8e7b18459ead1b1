namespace Gep.Accounting.Compensation.Checks;

/// <summary>C11 and C12: exactly one rate of each layer in force, none below its minimum.</summary>
internal static class RateChecks
{
    public static IEnumerable<ScheduleCheck> On(params IReadOnlyCollection<RateFinder> finders)
    {
        int ambiguities = finders.Sum(finder => finder.Ambiguities);
        int compared = finders.Sum(finder => finder.FloorsCompared);
        decimal shortfall = finders.Max(finder => finder.FloorShortfall);
        yield return new ScheduleCheck(
            ScheduleCheckCode.C11, ambiguities, "classes", ambiguities == 0,
            new("每一级、每一类别恰有一个标准生效。",
                "Exactly one rate of each layer is in force for each class."));
        if (compared == 0) yield break;
        yield return new ScheduleCheck(
            ScheduleCheckCode.C12, shortfall, "yuan/mu/a", shortfall == 0,
            new($"{compared} 个标准不低于法定下限。", $"{compared} rates are at or above their minimum."));
    }
}
