using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>The inputs that methods asked for and did not find, gathered over districts.</summary>
/// <remarks>
/// Rule G9: a missing input is a problem and no line, never a zero. Source: [METHODS] §3.2.
/// </remarks>
public sealed class MissingInputs
{
    private readonly SortedDictionary<string, (Need Need, SortedSet<DistrictCode> Districts)> needs =
        new(StringComparer.Ordinal);

    private readonly SortedDictionary<
        (ServiceCode Service, EcosystemTypeCode Type), (Area Extent, SortedSet<DistrictCode> Districts)>
        leftOut = [];

    private readonly SortedDictionary<(ServiceCode Service, string Price), SortedSet<DistrictCode>>
        unpriced = [];

    private readonly SortedDictionary<ServiceCode, SortedSet<DistrictCode>> withoutExtent = [];

    /// <summary>Notes a statistic that is not there.</summary>
    public void NoteStatistic(ServiceCode service, string indicator, string subject, DistrictCode district) =>
        Note(new Need(service, "statistics", indicator, subject), district);

    /// <summary>Notes a parameter that is not there.</summary>
    public void NoteParameter(
        ServiceCode service, string name, EcosystemTypeCode? type, DistrictCode district) =>
        Note(new Need(service, "parameters", name, type?.ToString() ?? "*"), district);

    /// <summary>Notes a parameter that has values, none in force on the year's last day.</summary>
    public void NoteNotInForce(ServiceCode service, string name, string place, DistrictCode district) =>
        Note(new Need(service, place, name, null), district);

    /// <summary>Notes extent of a type the service applies to that its method has no way to treat.</summary>
    public void NoteExtent(ServiceCode service, EcosystemTypeCode type, DistrictCode district, Area extent)
    {
        if (!leftOut.TryGetValue((service, type), out var entry)) entry = (Area.Zero, []);
        entry.Districts.Add(district);
        leftOut[(service, type)] = (entry.Extent + extent, entry.Districts);
    }

    /// <summary>
    /// Notes a figure of a service in a district without extent of the types that supply it: rule G6.
    /// </summary>
    public void NoteWithoutExtent(ServiceCode service, DistrictCode district)
    {
        if (!withoutExtent.TryGetValue(service, out var districts)) withoutExtent[service] = districts = [];
        districts.Add(district);
    }

    /// <summary>Notes a quantity whose unit value cannot be used; the table of prices says why.</summary>
    public void NotePrice(ServiceCode service, string price, DistrictCode district)
    {
        if (!unpriced.TryGetValue((service, price), out var districts))
            unpriced[(service, price)] = districts = [];
        districts.Add(district);
    }

    /// <summary>What the account does not hold for want of inputs, by service.</summary>
    public IEnumerable<NotAccounted> ToNotAccounted() => needs.Values
        .Select(entry => Of(entry.Need, entry.Districts))
        .Concat(withoutExtent.Select(entry => new NotAccounted(
            entry.Key, NotAccountedReason.WithoutExtent, "", [.. entry.Value],
            new("该区没有提供此服务的生态系统", "no ecosystem there supplies it"))))
        .Concat(leftOut.Select(entry => new NotAccounted(
            entry.Key.Service, NotAccountedReason.TypeLeftOut, entry.Key.Type.ToString(),
            [.. entry.Value.Districts],
            new("本方法不能核算此类型", "the method has no way to treat the type"))))
        .Concat(unpriced.Select(entry => new NotAccounted(
            entry.Key.Service, NotAccountedReason.UnitValueMissing, entry.Key.Price, [.. entry.Value],
            new("缺少可用单价", "no unit value can be used"))))
        .OrderBy(entry => entry.Service);

    /// <summary>The problems, by service and input.</summary>
    public IEnumerable<AccountingProblem> ToProblems(AccountingYear year) =>
        needs.Values
            .Select(entry => entry.Need.Subject is null
                ? NotInForce(entry.Need, entry.Districts, year)
                : Missing(entry.Need, entry.Districts, year))
            .Concat(withoutExtent.Select(entry => WithoutExtent(entry.Key, entry.Value)))
            .Concat(leftOut
                .OrderBy(entry => $"{entry.Key.Service}\u0000{entry.Key.Type}", StringComparer.Ordinal)
                .Select(entry => LeftOut(entry.Key, entry.Value.Extent, entry.Value.Districts)));

    private void Note(Need need, DistrictCode district)
    {
        string key = $"{need.Service}\u0000{need.Kind}\u0000{need.Name}\u0000{need.Subject}";
        if (!needs.TryGetValue(key, out var entry)) needs[key] = entry = (need, []);
        entry.Districts.Add(district);
    }

    private static NotAccounted Of(Need need, SortedSet<DistrictCode> districts) => need.Subject is null
        ? new NotAccounted(need.Service, NotAccountedReason.NotInForce, need.Name, [.. districts],
            new("参数没有有效值", "the parameter has no value in force"))
        : new NotAccounted(need.Service, NotAccountedReason.InputMissing,
            need.Subject is "" ? need.Name : $"{need.Name} ({need.Subject})", [.. districts],
            new("缺少数据", "the input is missing"));

    private static AccountingProblem Missing(
        Need need, SortedSet<DistrictCode> districts, AccountingYear year)
    {
        string of = need.Subject is "" ? "" : $" ({need.Subject})";
        return new AccountingProblem(
            AccountingProblemCode.InputMissing, ProblemSeverity.Warning,
            $"{need.Kind}/{need.Name}{of} {year}",
            new($"{need.Service} 缺少 {need.Name}{of}，未核算：{string.Join("、", districts)}。",
                $"{need.Service} lacks {need.Name}{of}; not accounted in {string.Join(", ", districts)}."),
            new("请补充该数据及来源；缺失不等于零。", "Add it with its source; missing is not zero."));
    }

    private static AccountingProblem NotInForce(
        Need need, SortedSet<DistrictCode> districts, AccountingYear year)
    {
        string day = year.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new AccountingProblem(
            AccountingProblemCode.ParameterNotInForce, ProblemSeverity.Warning, need.Kind,
            new($"{need.Service} 的参数 {need.Name} 在 {day} 没有有效值，未核算：{string.Join("、", districts)}。",
                $"{need.Name} of {need.Service} is not in force on {day}; "
                    + $"not accounted in {Listed(districts)}."),
            new("请补充带日期和来源的参数值。", "Add a dated value with its source."));
    }

    private static AccountingProblem WithoutExtent(
        ServiceCode service, SortedSet<DistrictCode> districts) => new(
        AccountingProblemCode.ServiceWithoutExtent, ProblemSeverity.Warning, service.ToString(),
        new($"{service} 有统计数据，但该区没有相应的生态系统面积，未核算：{string.Join("、", districts)}。",
            $"Statistics report {service}, no ecosystem supplies it; not accounted in {Listed(districts)}."),
        new("请核对图层与统计口径。", "Check the layers against the statistics."));

    private static string Listed(SortedSet<DistrictCode> districts) => string.Join(", ", districts);

    private static AccountingProblem LeftOut(
        (ServiceCode Service, EcosystemTypeCode Type) key, Area extent, SortedSet<DistrictCode> districts)
    {
        string area = extent.SquareKilometres.ToString("F2", CultureInfo.InvariantCulture);
        return new AccountingProblem(
            AccountingProblemCode.ExtentNotAccounted, ProblemSeverity.Remark, $"{key.Service}:{key.Type}",
            new($"{key.Service} 未核算 {key.Type} {area} km²：{string.Join("、", districts)}。",
                $"{key.Service} leaves out {area} km² of {key.Type} in {string.Join(", ", districts)}."),
            new("如需核算，请为其命名水体或补充方法。", "Name the water bodies, or add a method, to account it."));
    }

    private readonly record struct Need(ServiceCode Service, string Kind, string Name, string? Subject);
}
