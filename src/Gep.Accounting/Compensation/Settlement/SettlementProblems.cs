using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>The problems of settlements, in words.</summary>
internal static class SettlementProblems
{
    public static AccountingProblem NoItems(Scheme scheme, AccountingYear year) => new(
        AccountingProblemCode.InputMissing, ProblemSeverity.Refusal, scheme.Place,
        new($"{scheme.Code}：{year} 年没有监测、计量或台账记录。",
            $"{scheme.Code}: there are no readings, meterings or entries for {year}."),
        new($"请提供 monitoring/{FileName(scheme, year)}。",
            $"Provide monitoring/{FileName(scheme, year)}."));

    public static AccountingProblem NotInForce(Scheme scheme, DateOnly day,
        ImmutableArray<TermsPeriod> known) => new(
        AccountingProblemCode.RateNotInForce, ProblemSeverity.Refusal, scheme.Place,
        new($"{scheme.Code}：{RateProblems.Iso(day)} 没有生效的条款；已录入：{Printed(known)}。",
            $"{scheme.Code}: no terms are in force on {RateProblems.Iso(day)}; known: {Printed(known)}."),
        new("请录入该日生效的条款及其文号。", "Add the terms in force on that day with their document."));

    public static AccountingProblem Conflict(Scheme scheme, DateOnly day,
        ImmutableArray<TermsPeriod> several) => new(
        AccountingProblemCode.RatesConflict, ProblemSeverity.Refusal, several[0].Place,
        new($"{scheme.Code}：{RateProblems.Iso(day)} 有多个条款同时生效：{Printed(several)}。",
            $"{scheme.Code}: several terms are in force on {RateProblems.Iso(day)}: {Printed(several)}."),
        new("请为旧条款填写失效日期，或删除其一。", "Give the older one its last day, or remove one."));

    public static AccountingProblem Duplicate(SettlementItem first, SettlementItem second) => new(
        AccountingProblemCode.ClaimDuplicate, ProblemSeverity.Refusal, second.Place,
        new($"编号 {second.Id} 重复（另见 {first.Place}）。",
            $"{second.Id} stands twice (also {first.Place})."),
        new("请只保留一个，或更正编号。", "Keep one of them, or correct the id."));

    public static AccountingProblem Unverified(SettlementItem item) => new(
        AccountingProblemCode.ClaimUnverified, ProblemSeverity.Refusal, item.Place,
        new($"{item.Id} 没有核实或验收凭证。",
            $"{item.Id} has no certificate of verification or acceptance."),
        new("请补充凭证，或删除该记录。", "Add the certificate, or remove the row."));

    public static AccountingProblem Lacks(SettlementItem item, string names) => new(
        AccountingProblemCode.MeasureUnusable, ProblemSeverity.Refusal, item.Place,
        new($"{item.Id} 缺少或超出范围的数值：{names}。", $"{item.Id}: missing or out of range: {names}."),
        new("请补充或更正该记录。", "Complete or correct the row."));

    public static AccountingProblem NothingSaid(SettlementItem item) => new(
        AccountingProblemCode.MeasureUnusable, ProblemSeverity.Refusal, item.Place,
        new($"条款对 {item.Id} 没有规定（类别未知、数值为负，或条款未见）。",
            $"The terms say nothing for {item.Id}: unknown kind, negative number, or a clause not seen."),
        new("请更正该记录，或补充条款及其文号。", "Correct the row, or add the clause with its document."));

    public static AccountingProblem TermsLack(Scheme scheme, TermsPeriod period, string names) => new(
        AccountingProblemCode.MeasureUnusable, ProblemSeverity.Refusal, period.Place,
        new($"{scheme.Code} 的条款缺少：{names}。", $"The terms of {scheme.Code} lack: {names}."),
        new("请录入并注明文号、条款。", "Enter them with document and article."));

    public static AccountingProblem StockNegative(SettlementItem item, decimal stock) => new(
        AccountingProblemCode.StockNegative, ProblemSeverity.Refusal, item.Place,
        new(Invariant($"{item.Id} 之后结存为 {stock}，不得为负。"),
            Invariant($"After {item.Id} the stock is {stock}; it may not fall below 0.")),
        new("请核对收支的日期和数量。", "Check days and quantities of what came in and went out."));

    public static AccountingProblem Unchecked(Scheme scheme, TermsPeriod period) => new(
        AccountingProblemCode.RateUnchecked, ProblemSeverity.Warning, period.Place,
        new($"{scheme.Code}：{period.Document} 的条款是否仍然有效，未经核对。",
            $"{scheme.Code}: nobody established until when the terms of {period.Document} hold."),
        new("请核对现行文件并填写 checked_until。",
            "Check the documents in force and fill in checked_until."));

    public static AccountingProblem ArticleUnknown(Scheme scheme, TermsPeriod period) => new(
        AccountingProblemCode.ArticleUnknown, ProblemSeverity.Warning, period.Place,
        new($"{scheme.Code}：{period.Document.Document} 的条款号未查明。",
            $"{scheme.Code}: the article in {period.Document.Document} is not established."),
        new("请查阅原文并填写条款。", "Look it up in the text and fill in the article."));

    public static AccountingProblem TermsUnverified(Scheme scheme, TermsPeriod period) => new(
        AccountingProblemCode.RateUnverified, ProblemSeverity.Warning, period.Place,
        new($"{scheme.Code}：{period.Document} 的条款未经核实，只能形成草案。",
            $"{scheme.Code}: the terms of {period.Document} are unverified; a draft only."),
        new("请对照文件原文核实后改为 verified。",
            "Compare with the legal text, then set the status to verified."));

    private static string Printed(ImmutableArray<TermsPeriod> periods) => string.Join("; ", periods);

    private static string FileName(Scheme scheme, AccountingYear year) =>
        Invariant($"{scheme.Code.ToString().ToLowerInvariant()}-{year}.csv");
}
