using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.Accounts;

/// <summary>
/// What one item of one service yields and is worth in one district from one ecosystem type.
/// </summary>
/// <param name="Id">Stable id: <c>420116:water-conservation:water:FOR-EBF</c>.</param>
/// <param name="District">The district.</param>
/// <param name="Service">The service.</param>
/// <param name="Item">Item of the service.</param>
/// <param name="EcosystemType">The type that supplies it; null when no type does alone.</param>
/// <param name="Extent">Area of the type there.</param>
/// <param name="PhysicalQuantity">Quantity in the year, never negative.</param>
/// <param name="UnitValue">Money per unit.</param>
/// <param name="Value">Their product, rounded once.</param>
/// <param name="Booked">Whether it is part of the GEP; a memorandum otherwise.</param>
/// <param name="Flags">What a reader should know, in order of the enum.</param>
/// <param name="Amount">The quantity as computed, which may be negative, with what it was made from.</param>
/// <param name="Price">What the unit value was made from; empty when it is as written.</param>
public sealed record AccountLine(
    string Id,
    DistrictCode District,
    ServiceCode Service,
    string Item,
    EcosystemTypeCode? EcosystemType,
    Area Extent,
    PhysicalQuantity PhysicalQuantity,
    UnitValue UnitValue,
    Money Value,
    bool Booked,
    ImmutableArray<AccountFlag> Flags,
    TracedNumber Amount,
    ImmutableArray<TracedNumber> Price)
{
    /// <summary>
    /// How the unit value follows from <see cref="Price"/>; null when it is as written or indexed.
    /// </summary>
    public string? PriceFormula { get; init; }

    /// <summary>How the quantity follows from the inputs; a quantity that statistics report is as it
    /// is.</summary>
    public string Equation => Amount.Formula ?? $"{Amount.Symbol} as reported";

    /// <summary>Where the unit value is written; of a derived one, its first input.</summary>
    public SourceRef Source => UnitValue.Source;

    /// <summary>The tree behind the value: quantity and unit value down to every input.</summary>
    public TraceNode Trace => new(
        new($"价值量 {Id}", $"value {Id}"), $"V = {Value} yuan", "V = Q · p", null, null,
        [Quantity(), UnitValueNode()]);

    private TraceNode Quantity()
    {
        var computed = Amount.ToNode();
        if (!Flags.Contains(AccountFlag.Clamped)) return computed;
        return new TraceNode(new("实物量（负值记零）", "quantity, negative booked as zero"),
            $"Q = {PhysicalQuantity}", "Q = max(0, Q)", null, null, [computed]);
    }

    private TraceNode UnitValueNode()
    {
        string value = $"p = {UnitValue.Yuan.ToString(CultureInfo.InvariantCulture)} {UnitValue.Unit}";
        var label = new Problems.BilingualText(
            $"单价 {UnitValue.Id}（{UnitValue.PriceYear} 年价格）",
            $"unit value {UnitValue.Id} at prices of {UnitValue.PriceYear}");
        if (UnitValue.Index is { } index)
        {
            string written =
                $"P = {UnitValue.WrittenYuan.ToString(CultureInfo.InvariantCulture)} {UnitValue.Unit}";
            return new TraceNode(
                label, value, $"p = P · I({UnitValue.PriceYear}) / I({UnitValue.WrittenPriceYear})",
                null, null,
                [
                    TraceNode.Input(
                        new($"{UnitValue.WrittenPriceYear} 年单价",
                            $"unit value of {UnitValue.WrittenPriceYear}"),
                        written, UnitValue.Source, UnitValue.Place),
                    TraceNode.Input(index.Name, index.Id, index.Source, index.Place),
                ]);
        }
        return PriceFormula is null
            ? TraceNode.Input(label, value, UnitValue.Source, UnitValue.Place)
            : new TraceNode(
                label, value, PriceFormula, null, null, [.. Price.Select(number => number.ToNode())]);
    }
}
