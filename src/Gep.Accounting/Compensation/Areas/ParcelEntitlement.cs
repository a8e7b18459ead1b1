using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>What a parcel is entitled to in a year, before rounding.</summary>
/// <param name="ExactYuan">The amount [yuan].</param>
/// <param name="Layers">Weights by which the layers share it.</param>
/// <param name="Facts">Area lost, kept and double payment prevented; empty when nothing was
/// contested.</param>
/// <param name="Steps">How time, contested ground and inspection changed the amount.</param>
internal sealed record ParcelEntitlement(
    decimal ExactYuan,
    ImmutableArray<(PayerLayer Payer, decimal Weight)> Layers,
    ImmutableArray<LineFact> Facts,
    ImmutableArray<TraceNode> Steps)
{
    public static ParcelEntitlement Of(
        ImmutableArray<AreaSegment> segments,
        ImmutableArray<ClassRate> rates,
        RegisterParcel parcel,
        ContestedGround contested,
        decimal accepted)
    {
        var layers = new SortedDictionary<PayerLayer, decimal>();
        var steps = ImmutableArray.CreateBuilder<TraceNode>();
        decimal exact = 0;
        var result = contested.Of(parcel, rates[0].Total);
        for (int index = 0; index < segments.Length; index++)
        {
            var (segment, rate) = (segments[index], rates[index]);
            decimal lost = index == 0 ? result.PreventedYuan : contested.Of(parcel, rate.Total).PreventedYuan;
            decimal year = segment.AreaMu * rate.Total - Math.Min(lost, segment.AreaMu * rate.Total);
            decimal share = accepted * segment.Part;
            decimal yuan = segment.Part == segment.Whole ? accepted * year : year * share / segment.Whole;
            exact += yuan;
            foreach (var layer in rate.Layers)
            {
                decimal part = rate.Total == 0 ? 0 : yuan * layer.Value / rate.Total;
                layers[layer.Payer] = layers.GetValueOrDefault(layer.Payer) + part;
            }
            if (segments.Length > 1) steps.Add(StepOf(segment, rate, yuan));
        }
        if (accepted < 1) steps.Add(Step("检查验收系数", "inspection factor", Invariant($"{accepted}")));
        var facts = FactsOf(result);
        steps.AddRange(facts.Select(fact =>
            TraceNode.Input(fact.Name, Invariant($"{fact.Value} {fact.Unit}"), null, null)));
        // One segment keeps the rates themselves as weights, so that no division comes before the split.
        ImmutableArray<(PayerLayer, decimal)> weights = segments.Length == 1
            ? [.. rates[0].Layers.Select(layer => (layer.Payer, layer.Value))]
            : [.. layers.Select(pair => (pair.Key, pair.Value))];
        return new ParcelEntitlement(exact, weights, facts, steps.ToImmutable());
    }

    private static ImmutableArray<LineFact> FactsOf(ContestedResult result)
    {
        if (result.LostMu == 0 && result.KeptMu == 0) return [];
        return
        [
            new LineFact("lost_mu", new("让出面积", "area given up"), result.LostMu, Unit.Of("mu"), true),
            new LineFact("kept_mu", new("保留的重叠面积", "contested area kept"), result.KeptMu,
                Unit.Of("mu"), true),
            new LineFact("prevented", new("避免的重复补偿", "double payment prevented"),
                result.PreventedYuan, Unit.Of("yuan/a"), true),
        ];
    }

    private static TraceNode StepOf(AreaSegment segment, ClassRate rate, decimal yuan) => Step(
        $"时段 [{RateProblems.Iso(segment.From)}, {RateProblems.Iso(segment.To)})",
        $"from {RateProblems.Iso(segment.From)} until {RateProblems.Iso(segment.To)}",
        Invariant($"{segment.AreaMu} mu · {rate.Total} · {segment.Part}/{segment.Whole} = {yuan} yuan"));

    private static TraceNode Step(string chinese, string english, string value) =>
        TraceNode.Input(new BilingualText(chinese, english), value, null, null);
}
