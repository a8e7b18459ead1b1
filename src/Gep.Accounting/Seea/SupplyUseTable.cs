using System.Collections.Immutable;

namespace Gep.Accounting.Seea;

/// <summary>供给使用表: supply by ecosystem types and use by economic units, physical and monetary
/// alike.</summary>
/// <param name="Rows">One service a row.</param>
public sealed record SupplyUseTable(ImmutableArray<SupplyUse> Rows)
{
    /// <summary>Greatest difference of supply and use of a service, over its supply [1].</summary>
    public double Residual => Rows
        .Select(row => Math.Abs(row.Supply.Values.Sum() - row.Use.Values.Sum())
            / Math.Max(1.0, row.Supply.Values.Sum()))
        .DefaultIfEmpty()
        .Max();

    /// <summary>GEP: the value of all final services supplied. Source: [SEEA] 9.18.</summary>
    public double Total => Rows.Sum(row => row.UnitValue * row.Supply.Values.Sum());

    /// <summary>Value supplied by an ecosystem type.</summary>
    public double SuppliedBy(string ecosystemType) =>
        Rows.Sum(row => row.UnitValue * row.Supply.GetValueOrDefault(ecosystemType));

    /// <summary>Value used by an economic unit.</summary>
    public double UsedBy(string economicUnit) =>
        Rows.Sum(row => row.UnitValue * row.Use.GetValueOrDefault(economicUnit));
}
