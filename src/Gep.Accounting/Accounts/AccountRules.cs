using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;

namespace Gep.Accounting.Accounts;

/// <summary>
/// The rules G1 to G5 and G8 to G11 of an account, each with the number of lines or services that break it.
/// </summary>
/// <remarks>G6 and G7 are among the sums of <see cref="AccountChecks"/>. Source: [METHODS] §3.2,
/// §3.3.</remarks>
internal static class AccountRules
{
    /// <summary>Rule G1.</summary>
    public const string DoubleCounting = "G1";

    /// <summary>Quantities keep 12 digits.</summary>
    private const double Rounding = 1e-9;

    private static readonly ImmutableArray<AccountFlag> Removal =
        [AccountFlag.MinLoad, AccountFlag.MinCapacity, AccountFlag.CapacityOnly];

    private static readonly ImmutableArray<ServiceCode> Products =
    [
        ServiceCode.AgriculturalProducts, ServiceCode.ForestryProducts, ServiceCode.LivestockProducts,
        ServiceCode.FisheryProducts,
    ];

    /// <summary>The checks, by rule.</summary>
    public static IEnumerable<AccountCheck> Of(
        Profile profile, ImmutableArray<AccountLine> lines, ImmutableArray<NotAccounted> notAccounted,
        IReadOnlyCollection<AccountingProblem> problems)
    {
        yield return Count(
            DoubleCounting, new("没有未说明的重复计算", "nothing is counted twice without a reason"), "pair",
            problems.Count(problem => problem.Code == AccountingProblemCode.ServicesDoubleCounted));
        yield return Count("G2", new("净化量不超过负荷与容量", "removal is at most the load and the capacity"), "item",
            lines.GroupBy(line => (line.District, line.Service, line.Item)).Count(BreaksTheMinimum));
        yield return Count("G3", new("负值记零并标记", "a negative quantity is booked as zero and flagged"), "line",
            lines.Count(line => line.Amount.Amount < 0 && !line.Flags.Contains(AccountFlag.Clamped)
                && !line.Flags.Contains(AccountFlag.NotGep)));
        yield return Count("G4", new("单价单位与实物量单位相符", "each unit value is per unit of its quantity"), "line",
            lines.Count(line => !IsPerUnit(line)));
        yield return Count("G5", new("单价有价格年和来源", "each unit value has a price year and a source"), "line",
            lines.Count(line => line.UnitValue.PriceYear <= 0 || line.UnitValue.Source.Key.Length == 0));
        yield return Count("G8", new("每个输入都指明文件和行", "each input names its file and line"), "input",
            lines.SelectMany(LineInputs.Of).Count(input => string.IsNullOrEmpty(input.Place)));
        yield return Count("G9", new("缺失不记为零", "what is missing has a reason and is no zero"), "service",
            profile.Services.Count(entry => IsSilent(entry, lines, notAccounted)));
        yield return Count("G10", new("域外投入已扣除或已说明", "inputs from outside are deducted or named"), "service",
            lines.Any(line => line.Booked && Products.Contains(line.Service))
                && problems.All(problem => problem.Code != AccountingProblemCode.ImportsNotDeducted) ? 1 : 0);
        yield return Count("G11", new("过境水不作本地供给", "transit water is not a supply of the region"), "service",
            profile.Services.Count(entry => entry.Role == ServiceRole.Booked
                && entry.Service == ServiceCode.WaterSupply
                && profile.Accepted.All(pair => pair.Second != entry.Service.ToString())));
    }

    /// <summary>A pollutant in a district whose lines say neither load nor capacity, or add up to more than
    /// either.</summary>
    private static bool BreaksTheMinimum(IEnumerable<AccountLine> lines)
    {
        var removed = lines
            .Where(line => line.Amount.Formula?.Contains("min(E", StringComparison.Ordinal) == true)
            .ToImmutableArray();
        if (removed.IsEmpty) return false;
        double least = removed[0].Amount.From.Take(2).Min(limit => limit.Amount);
        return removed.Any(line => !line.Flags.Any(flag => Removal.Contains(flag)))
            || removed.Sum(line => line.PhysicalQuantity.Amount) > least * (1.0 + Rounding);
    }

    private static bool IsPerUnit(AccountLine line)
    {
        string unit = line.Amount.Unit.ToString();
        string per = unit.EndsWith("/a", StringComparison.Ordinal) ? unit[..^2] : unit;
        return line.PriceFormula is not null
            || string.Equals(line.UnitValue.Unit.ToString(), $"yuan/{per}", StringComparison.Ordinal);
    }

    private static bool IsSilent(
        ProfileService entry, ImmutableArray<AccountLine> lines, ImmutableArray<NotAccounted> notAccounted) =>
        lines.All(line => line.Service != entry.Service)
            && notAccounted.All(one => one.Service != entry.Service);

    private static AccountCheck Count(string code, BilingualText title, string unit, int broken) =>
        new(code, title, broken, Unit.Of(unit), broken == 0);
}
