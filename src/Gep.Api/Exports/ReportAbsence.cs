using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>What an account does not hold: its table, and the words that stand where a number
/// would.</summary>
internal static class ReportAbsence
{
    /// <summary>What the words in tables of numbers mean.</summary>
    public const string Legend = "– 没有 nothing there; 未核算 not accounted：见表 N see table N";

    /// <summary>Whether a service is missing in a district, rather than not there.</summary>
    public static bool IsMissing(GepAccount account, ServiceCode service, DistrictCode district) =>
        account.NotAccounted.Any(one =>
            one.Service == service && !one.IsByDesign && one.Concerns(district));

    /// <summary>N: every service, or part of one, that is not in the account, with its reason.</summary>
    public static ReportTable Table(AccountReport report) => new(
        "N", new("未核算及原因", "not accounted, with reasons"),
        ["服务 service", "原因 reason", "缺少的部分 part", "区 districts", "说明 why"],
        [.. report.Account.NotAccounted.Select(one => System.Collections.Immutable.ImmutableArray.Create(
            ReportCell.Of(report.NameOf(one.Service).ToString()),
                ReportCell.Of(NotAccountedText.NameOf(one.Reason)),
            ReportCell.Of(one.Part.Length == 0 ? "全部 all" : one.Part),
            ReportCell.Of(one.Districts.IsEmpty
                ? "全域 whole region"
                : string.Join('、', one.Districts.Select(district => report.NameOf(district).Chinese))),
            ReportCell.Of(one.Why.ToString())))]);
}
