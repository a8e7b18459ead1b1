using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>The problems of a scheme as a whole, in words.</summary>
internal static class SchemeProblems
{
    private static readonly BilingualText SplitNotGiven = new("方案未说明。", "the scheme does not say.");

    public static AccountingProblem KindNotBuilt(Scheme scheme) => new(
        AccountingProblemCode.RuleKindNotBuilt, ProblemSeverity.Refusal, scheme.Place,
        new($"{scheme.Code}（{KindName(scheme.Rule.Kind).Chinese}）没有录入计算条款（terms），不能测算。",
            $"{scheme.Code} ({KindName(scheme.Rule.Kind).English}) has no terms of settlement."),
        new("请录入条款并注明文号，或用 withheld 说明原因。",
            "Enter the terms with their document, or say with withheld why there are none."));

    public static AccountingProblem Withheld(Scheme scheme, BilingualText reason) => new(
        AccountingProblemCode.SchemeWithheld, ProblemSeverity.Refusal, scheme.Place,
        new($"{scheme.Code} 不能测算：{reason.Chinese}", $"{scheme.Code} cannot be drawn: {reason.English}"),
        new("请由经办人录入参数并注明文号、条款。",
            "Let an officer enter the values with document number and article."));

    public static AccountingProblem Unverified(Scheme scheme) => new(
        AccountingProblemCode.SchemeUnverified, ProblemSeverity.Warning, scheme.Place,
        new($"{scheme.Code} 未经核实：{scheme.StatusReason?.Chinese}只能形成草案，不得下达。",
            $"{scheme.Code} is unverified: {scheme.StatusReason?.English} A draft only; it cannot be "
                + "issued."),
        new("请对照文件原文核实后改为 verified。",
            "Compare with the legal text, then set the status to verified."));

    public static AccountingProblem PayersUnknown(Scheme scheme, BilingualText reason) => new(
        AccountingProblemCode.PayerSplitUnknown, ProblemSeverity.Warning, scheme.Place,
        new($"{scheme.Code} 的资金分担未确定：{reason.Chinese}",
            $"Who carries which part of {scheme.Code} is not established: {reason.English}"),
        new("请补充各级分担标准及其文号、条款。",
            "Add the rate of each layer with its document and article."));

    public static AccountingProblem NoParcels(Scheme scheme, string layer) => new(
        AccountingProblemCode.InputMissing, ProblemSeverity.Refusal, scheme.Place,
        new($"{scheme.Code}：图层 {layer} 中没有符合条件的地块。",
            $"{scheme.Code}: no parcel of layer {layer} is a member."),
        new($"请提供图层 {layer}，并检查其登记属性。",
            $"Provide layer {layer} and check its register attributes."));

    public static AccountingProblem NoClaims(Scheme scheme, AccountingYear year) => new(
        AccountingProblemCode.InputMissing, ProblemSeverity.Refusal, scheme.Place,
        new($"{scheme.Code}：{year} 年没有损失申报。", $"{scheme.Code}: there are no claims for {year}."),
        new("请提供该年度已核实的损失申报。", "Provide the verified claims of that year."));

    public static AccountingProblem NoWeight(Scheme scheme, string of, string where) => new(
        AccountingProblemCode.SplitWithoutWeight, ProblemSeverity.Refusal, where,
        new($"{scheme.Code}：{of} 的权重合计为零，无法分配。",
            $"{scheme.Code}: the weights of {of} add up to nothing."),
        new("请检查权重（损失或各级标准）。", "Check the weights: the losses, or the rates of the layers."));

    public static AccountingProblem DeclaredMissed(
        DeclaredTotal declared, decimal drawn, decimal residual) => new(
        AccountingProblemCode.DeclaredTotalMissed, ProblemSeverity.Warning, declared.Place,
        new(Invariant($"测算 {drawn:F2} 元，公布 {declared.Amount} 元，相差 {residual:F2} 元。"),
            Invariant($"Drawn {drawn:F2}, declared {declared.Amount}, difference {residual:F2} yuan.")),
        new("请核对面积、标准与公布数。", "Compare areas and rates with the declared figure."));

    public static AccountingProblem OutOfRange(PlausibleRange range, decimal total) => new(
        AccountingProblemCode.TotalOutOfRange, ProblemSeverity.Warning, range.Place,
        new(Invariant($"{range.Name.Chinese}合计 {total:F2} 元，不在 {range.Low}–{range.High} 元之间。"),
            Invariant($"{range.Name.English}: {total:F2} yuan is not within {range.Low} to {range.High}.")),
        new("请检查功能区面积与区级标准。", "Check the areas of the zones and the district's rates."));

    /// <summary>What a reader should know of a scheme before any line is drawn.</summary>
    public static ImmutableArray<AccountingProblem> RemarksOn(Scheme scheme)
    {
        var remarks = ImmutableArray.CreateBuilder<AccountingProblem>();
        if (scheme.Status == SchemeStatus.Unverified) remarks.Add(Unverified(scheme));
        bool isUnestablished = scheme.Rule.Rates is { } rates
            && rates.Payers.Any(PayerLayerNames.IsUnestablished);
        if (scheme.PayerSplitUnknown is { } reason) remarks.Add(PayersUnknown(scheme, reason));
        else if (isUnestablished) remarks.Add(PayersUnknown(scheme, SplitNotGiven));
        return remarks.ToImmutable();
    }

    private static BilingualText KindName(RuleKind kind) => kind switch
    {
        RuleKind.AreaEntitlement => new("按面积定额补偿", "payment by area"),
        RuleKind.PoolAllocation => new("定额资金按核实损失分配", "pot shared by verified loss"),
        RuleKind.FactorAllocation => new("因素法分配", "allocation by factors"),
        RuleKind.LossPerEvent => new("按事件赔偿", "indemnity per event"),
        RuleKind.PerformanceSettlement =>
            new("政府间考核奖惩结算", "settlement by performance between governments"),
        RuleKind.PriceSupport => new("价格或购置补贴", "support of a price or purchase"),
        RuleKind.InstalmentEntitlement => new("分期补助", "payment in instalments"),
        RuleKind.BenefitSharing => new("收益分成", "sharing of benefits"),
        RuleKind.CarbonLedger => new("碳账户", "carbon ledger"),
        RuleKind.FundLedger => new("储备或基金台账", "ledger of a reserve or fund"),
    };
}
