using System.Collections.Immutable;

namespace Gep.Accounting.Accounts;

/// <summary>Whether a published table, whose cells are rounded, closes. It is reported and never
/// forced.</summary>
/// <param name="RowResidual">Greatest difference between a row's cells and its printed total.</param>
/// <param name="ColumnResidual">Greatest difference between a column's cells and its printed total.</param>
public sealed record TableClosure(decimal RowResidual, decimal ColumnResidual)
{
    /// <summary>The residuals of a table.</summary>
    /// <param name="rows">Rows of equal length; the last cell of each is its total, the last row the
    /// totals.</param>
    public static TableClosure Of(ImmutableArray<ImmutableArray<decimal>> rows)
    {
        if (rows.IsDefaultOrEmpty || rows.Any(row => row.Length != rows[0].Length || row.Length < 2))
            throw new ArgumentException("The rows of a table have one length.", nameof(rows));
        return new TableClosure(
            rows.Max(row => Math.Abs(row[..^1].Sum() - row[^1])),
            Enumerable.Range(0, rows[0].Length)
                .Max(column => Math.Abs(rows[..^1].Sum(row => row[column]) - rows[^1][column])));
    }

    /// <summary>Whether both residuals are within a tolerance, inclusive.</summary>
    public bool ClosesWithin(decimal tolerance) => RowResidual <= tolerance && ColumnResidual <= tolerance;
}
