using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>
/// The rates of all layers for one class on the benefit day, with their sum and explanation.
/// </summary>
internal sealed class ClassRate
{
    public ClassRate(ParcelClass parcelClass, ImmutableArray<RateEntry> layers, Unit unit)
    {
        Class = parcelClass;
        Layers = layers;
        Total = layers.Sum(layer => layer.Value);
        Trace = new TraceNode(
            new($"标准（{parcelClass}）", $"rate ({parcelClass})"),
            Invariant($"{Total} {unit}"),
            layers.Length > 1 ? "R = Σ r_layer" : "R = r",
            null,
            null,
            [.. layers.Select(layer => TraceOf(layer, unit))]);
    }

    /// <summary>The class.</summary>
    public ParcelClass Class { get; }

    /// <summary>One rate a layer, from the highest layer down.</summary>
    public ImmutableArray<RateEntry> Layers { get; }

    /// <summary>The sum of the layers.</summary>
    public decimal Total { get; }

    /// <summary>How the sum came about.</summary>
    public TraceNode Trace { get; }

    private static TraceNode TraceOf(RateEntry layer, Unit unit)
    {
        var name = PayerLayerNames.NameOf(layer.Payer);
        string until = layer.CheckedUntil is { } day ? RateProblems.Iso(day) : "?";
        string status = layer.Status == SchemeStatus.Verified ? "verified" : "unverified";
        return TraceNode.Input(
            new($"{name.Chinese}标准：{layer.Document}，{layer.Interval}，核对至 {until}，{status}",
                $"{name.English} rate: {layer.Document}, in force {layer.Interval}, checked until "
                    + $"{until}, {status}"),
            Invariant($"{layer.Value} {unit}"),
            layer.Source,
            layer.Place);
    }
}
