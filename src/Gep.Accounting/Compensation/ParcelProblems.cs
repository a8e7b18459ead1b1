using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>The problems of parcels, in words.</summary>
internal static class ParcelProblems
{
    public static AccountingProblem Duplicate(RegisterParcel first, RegisterParcel second) => new(
        AccountingProblemCode.ParcelDuplicate, ProblemSeverity.Refusal, second.Place,
        new($"地块号 {second.Id} 重复（另见 {first.Place}）。",
            $"Parcel {second.Id} stands twice (also {first.Place})."),
        new("请只保留一个，或更正地块号。", "Keep one of them, or correct the id."));

    public static AccountingProblem AreaOutOfRange(RegisterParcel parcel) => new(
        AccountingProblemCode.ParcelAreaOutOfRange, ProblemSeverity.Refusal, parcel.Place,
        new(Invariant($"地块 {parcel.Id} 的登记面积为负或过大：{parcel.RegisterAreaMu} 亩。"),
            Invariant($"Parcel {parcel.Id} has an impossible register area: {parcel.RegisterAreaMu} mu.")),
        new("请更正登记面积。", "Correct the register area."));

    public static AccountingProblem AreaZero(RegisterParcel parcel) => new(
        AccountingProblemCode.ParcelAreaZero, ProblemSeverity.Remark, parcel.Place,
        new($"地块 {parcel.Id} 的登记面积为零，不产生支付行。", $"Parcel {parcel.Id} has no register area and gets no line."),
        new("如有误，请补充登记面积。", "If that is wrong, fill in the register area."));

    public static AccountingProblem AreaMismatch(RegisterParcel parcel, ProblemSeverity severity) => new(
        AccountingProblemCode.ParcelAreaMismatch, severity, parcel.Place,
        new(Invariant($"地块 {parcel.Id}：登记 {parcel.RegisterAreaMu} 亩，图形 {parcel.GeometryAreaMu:F2} 亩。"),
            Invariant(
                    $"{parcel.Id}: register {parcel.RegisterAreaMu}, drawn {parcel.GeometryAreaMu:F2} mu.")),
        new("请核对登记面积与图形，或附面积变更文件。", "Compare register and geometry, or attach the change document."));

    public static AccountingProblem AmountBelowFen(RegisterParcel parcel, decimal exactYuan) => new(
        AccountingProblemCode.AmountBelowFen, ProblemSeverity.Remark, parcel.Place,
        new(Invariant($"地块 {parcel.Id} 的金额 {exactYuan} 元不足一分，记为 0.00，结转下年。"),
            Invariant($"Parcel {parcel.Id}: {exactYuan} yuan rounds to 0.00 and is to be carried forward.")),
        new("请在下一年度合并发放。", "Pay it together with the next year."));

    public static AccountingProblem AboveCertificate(
        RegisterParcel parcel, LandCertificate certificate) => new(
        AccountingProblemCode.AreaAboveCertificate, ProblemSeverity.Refusal, parcel.Place,
        new(Invariant($"地块 {parcel.Id} 登记 {parcel.RegisterAreaMu} 亩，")
                + Invariant($"超过权证 {certificate.Number} 的 {certificate.AreaMu} 亩（{certificate.Place}）。"),
            Invariant($"Parcel {parcel.Id} has {parcel.RegisterAreaMu} mu, ")
                + Invariant($"certificate {certificate.Number} {certificate.AreaMu} ({certificate.Place}).")),
        new("请将登记面积更正到权证面积以内。", "Correct the register area to the certified one or less."));

    public static AccountingProblem Exclusive(
        RegisterParcel parcel, Scheme scheme, SchemeRelation relation) => new(
        AccountingProblemCode.ParcelInExclusiveSchemes, ProblemSeverity.Refusal, parcel.Place,
        new($"地块 {parcel.Id} 同时属于互斥的 {scheme.Code} 与 {relation.Other}：{relation.Reason.Chinese}",
            $"Parcel {parcel.Id} is in {scheme.Code} and {relation.Other}, which exclude each other: "
                + $"{relation.Reason.English}"),
        new("请在登记中只保留其一。", "Keep it in one of the two registers."));

    public static AccountingProblem StackingUndetermined(
        Scheme scheme, SchemeRelation relation, int parcels) => new(
        AccountingProblemCode.StackingUndetermined, ProblemSeverity.Warning, relation.Place,
        new($"{parcels} 个地块同时属于 {scheme.Code} 与 {relation.Other}，能否叠加未确定：{relation.Reason.Chinese}",
            $"{parcels} parcels are in {scheme.Code} and {relation.Other}; whether both are paid is "
                + $"not established: {relation.Reason.English}"),
        new("请确认叠加规则前不要同时下达两个方案。", "Do not issue both before the stacking rule is confirmed."));
}
