using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>The problems of rates, in words.</summary>
internal static class RateProblems
{
    public static AccountingProblem NotInForce(
        Scheme scheme,
        PayerLayer payer,
        ParcelClass parcelClass,
        DateOnly day,
        ImmutableArray<RateEntry> outside)
    {
        string known = outside.IsEmpty ? "—" : string.Join("; ", outside.Select(CheckedForm));
        var name = PayerLayerNames.NameOf(payer);
        return new(AccountingProblemCode.RateNotInForce, ProblemSeverity.Refusal, scheme.Place,
            new($"{scheme.Code}：{name.Chinese}对类别（{parcelClass}）在 {Iso(day)} 没有生效的标准；已录入：{known}。",
                $"{scheme.Code}: no {name.English} rate for class ({parcelClass}) is in force on "
                    + $"{Iso(day)}; known: {known}."),
            new("请录入该日生效的标准及其文号、条款。", "Add the rate in force on that day with its document and article."));
    }

    public static AccountingProblem Conflict(
        Scheme scheme,
        PayerLayer payer,
        ParcelClass parcelClass,
        DateOnly day,
        ImmutableArray<RateEntry> several)
    {
        string documents = string.Join("; ", several);
        var name = PayerLayerNames.NameOf(payer);
        return new(AccountingProblemCode.RatesConflict, ProblemSeverity.Refusal, several[0].Place,
            new($"{scheme.Code}：{name.Chinese}对类别（{parcelClass}）在 {Iso(day)} 有多个标准同时生效：{documents}。",
                $"{scheme.Code}: several {name.English} rates for class ({parcelClass}) are in force "
                    + $"on {Iso(day)}: {documents}."),
            new("请为旧标准填写失效日期，或删除其一。", "Give the older one its last day, or remove one."));
    }

    public static AccountingProblem Unchecked(Scheme scheme, RateEntry entry) => new(
        AccountingProblemCode.RateUnchecked, ProblemSeverity.Warning, entry.Place,
        new($"{scheme.Code}：{entry.Document} 自 {Iso(entry.From)} 起的标准是否仍然有效，未经核对。",
            $"{scheme.Code}: nobody established until when the rates of {entry.Document} from "
                + $"{Iso(entry.From)} hold."),
        new("请核对现行文件并填写 checked_until。", "Check the documents in force and fill in checked_until."));

    public static AccountingProblem Unverified(Scheme scheme, RateEntry entry) => new(
        AccountingProblemCode.RateUnverified, ProblemSeverity.Warning, entry.Place,
        new($"{scheme.Code}：{entry.Document} 的标准未经核实，只能形成草案。",
            $"{scheme.Code}: the rates of {entry.Document} are unverified; a draft only."),
        new("请对照文件原文核实后改为 verified。", "Compare with the legal text, then set the status to verified."));

    public static AccountingProblem ArticleUnknown(Scheme scheme, RateEntry entry) => new(
        AccountingProblemCode.ArticleUnknown, ProblemSeverity.Warning, entry.Place,
        new($"{scheme.Code}：{entry.Document.Document} 的条款号未查明。",
            $"{scheme.Code}: the article in {entry.Document.Document} is not established."),
        new("请查阅原文并填写条款。", "Look it up in the text and fill in the article."));

    public static AccountingProblem BelowFloor(Scheme scheme, RateEntry rate, RateEntry floor) => new(
        AccountingProblemCode.RateBelowFloor, ProblemSeverity.Refusal, rate.Place,
        new(Invariant($"{scheme.Code}：标准 {rate.Value} 低于法定下限 {floor.Value}（{floor.Document}）。"),
            Invariant($"{scheme.Code}: {rate.Value} is below {floor.Value} of {floor.Document}.")),
        new("请提高标准至下限以上。", "Raise the rate to the minimum or above."));

    public static AccountingProblem ClassUnknown(
        Scheme scheme, RegisterParcel parcel, RateDimension dimension, string? word)
    {
        string known =
            string.Join(", ", dimension.Values.Select(value => $"{value.Code} {value.Name.Chinese}"));
        string attribute = ParcelClass.NameOf(dimension.Field);
        return new(AccountingProblemCode.ParcelClassUnknown, ProblemSeverity.Refusal, parcel.Place,
            new($"{scheme.Code}：地块 {parcel.Id} 的 {attribute}“{word ?? "（空）"}”不在已知取值内：{known}。",
                $"{scheme.Code}: {attribute} '{word ?? "(none)"}' of {parcel.Id} is none of: {known}."),
            new("请更正登记属性，或在方案中补充该取值。", "Correct the register, or add the value to the scheme."));
    }

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string CheckedForm(RateEntry entry) => entry.CheckedUntil is { } last
        ? $"{entry}, checked until {Iso(last)}"
        : entry.ToString();
}
