using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Extents;

/// <summary>转移矩阵: which types turned into which between two years. Table T2.</summary>
public sealed class ChangeMatrix
{
    /// <summary>A matrix of changes; changes of the same district and types are added up.</summary>
    public ChangeMatrix(ExtentTable opening, ExtentTable closing, IEnumerable<ExtentChange> changes)
    {
        Changes =
        [
            .. changes.GroupBy(change => (change.District, change.From, change.To))
                .OrderBy(group => group.Key.District)
                .ThenBy(group => Text(group.Key.From), StringComparer.Ordinal)
                .ThenBy(group => Text(group.Key.To), StringComparer.Ordinal)
                .Select(group => group.Aggregate(
                    (sum, change) => sum with { Area = sum.Area + change.Area })),
        ];
        RowResidual = Residual(opening, change => change.From);
        ColumnResidual = Residual(closing, change => change.To);
    }

    /// <summary>By district, opening and closing type; the uncovered rest has no type and stands
    /// first.</summary>
    public ImmutableArray<ExtentChange> Changes { get; }

    /// <summary>Greatest difference of a row from the opening extent, of any district and type
    /// [m²].</summary>
    public double RowResidual { get; }

    /// <summary>Greatest difference of a column from the closing extent, of any district and type
    /// [m²].</summary>
    public double ColumnResidual { get; }

    /// <summary>The changes whose types differ, over all districts, largest first.</summary>
    public IEnumerable<ExtentChange> Conversions => Changes
        .Where(change => change.From != change.To)
        .OrderByDescending(change => change.Area.SquareMetres)
        .ThenBy(change => change.District)
        .ThenBy(change => Text(change.From), StringComparer.Ordinal)
        .ThenBy(change => Text(change.To), StringComparer.Ordinal);

    private double Residual(ExtentTable table, Func<ExtentChange, EcosystemTypeCode?> sideOf)
    {
        var sums = Changes
            .GroupBy(change => (change.District, Type: sideOf(change)))
            .ToDictionary(group => group.Key, group => group.Sum(change => change.Area.SquareMetres));
        return table.Extents
            .Select(extent => Math.Abs(
                extent.Area.SquareMetres - sums.GetValueOrDefault((extent.District, extent.Type))))
            .DefaultIfEmpty()
            .Max();
    }

    private static string Text(EcosystemTypeCode? type) => type?.ToString() ?? "";
}
