using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>Explains a line that was settled on measured results.</summary>
internal static class SettlementTrace
{
    /// <summary>The tree from the amount down to each measure, each number of the terms and its
    /// document.</summary>
    public static TraceNode Of(
        Scheme scheme, SettlementCase one, SettledAmount settled, Money amount,
            ImmutableArray<PayerShare> payers)
    {
        var item = one.Item;
        return new TraceNode(
            new($"{scheme.Name.Chinese}：{item.Year} 年 {item.Subject}",
                $"{scheme.Name.English}: {item.Year}, {item.Subject}"),
            $"{amount} yuan",
            $"round({settled.Formula}, 0.01), half away from zero",
            scheme.Source,
            scheme.Place,
            [
                .. settled.Facts.Select(fact => TraceNode.Input(
                    fact.Name, Invariant($"{fact.Value} {fact.Unit}"), null, null)),
                .. item.Measures.Select(pair => TraceNode.Input(
                    new($"监测或计量值 {pair.Key}", $"measured {pair.Key}"),
                    Invariant($"{pair.Value}"), null, item.Place)),
                .. item.Words.Select(pair => TraceNode.Input(
                    new($"记录 {pair.Key}", $"stated {pair.Key}"), pair.Value, null, item.Place)),
                TermsOf(one.Terms),
                AreaTrace.PayersOf(payers),
            ]);
    }

    private static TraceNode TermsOf(TermsPeriod terms) => new(
        new($"条款：{terms}", $"terms: {terms}"),
        WordOf(terms.Status),
        null,
        terms.Source,
        terms.Place,
        [
            .. terms.Values.Select(pair => TraceNode.Input(
                NameOf(pair.Key), Invariant($"{pair.Value}"), terms.Source, terms.Place)),
            .. terms.Choices.Select(pair => TraceNode.Input(
                NameOf(pair.Key), pair.Value, terms.Source, terms.Place)),
        ]);

    private static string WordOf(SchemeStatus status) => status switch
    {
        SchemeStatus.Verified => "verified",
        SchemeStatus.Unverified => "unverified",
    };

    private static BilingualText NameOf(string key) => new($"条款值 {key}", $"term {key}");
}
