namespace Gep.Accounting.Compensation.Checks;

/// <summary>C11 and C12: exactly one rate of each layer in force, none below its minimum.</summary>
internal static class RateChecks
{
    public static IEnumerable<ScheduleCheck> On(RateFinder finder)
    {
        yield return new ScheduleCheck(
            ScheduleCheckCode.C11, finder.Ambiguities, "classes", finder.Ambiguities == 0,
            new("每一级、每一类别恰有一个标准生效。", "Exactly one rate of each layer is in force for each class."));
        if (finder.FloorsCompared == 0) yield break;
        yield return new ScheduleCheck(
            ScheduleCheckCode.C12, finder.FloorShortfall, "yuan/mu/a", finder.FloorShortfall == 0,
            new($"{finder.FloorsCompared} 个标准不低于法定下限。",
                $"{finder.FloorsCompared} rates are at or above their minimum."));
    }
}
