using Gep.Accounting.Measures;

namespace Gep.Api.Exports;

/// <summary>One cell: a text, a number, or a formula with the value it has.</summary>
/// <param name="Text">The text; null for a number.</param>
/// <param name="Number">The number; null for a text.</param>
/// <param name="Formula">The formula without its sign; null for a plain value.</param>
/// <param name="Style">How it is printed.</param>
internal readonly record struct SheetCell(string? Text, decimal? Number, string? Formula, CellStyle Style)
{
    /// <summary>An empty cell with borders.</summary>
    public static SheetCell Empty { get; } = new(null, null, null, CellStyle.Text);

    /// <summary>A text; it stays one whatever it begins with.</summary>
    public static SheetCell Of(string text) => new(text, null, null, CellStyle.Text);

    /// <summary>A whole number.</summary>
    public static SheetCell Of(int number) => new(null, number, null, CellStyle.Text);

    /// <summary>An amount of yuan.</summary>
    public static SheetCell Of(Money amount) => new(null, amount.Yuan, null, CellStyle.Amount);

    /// <summary>An area, a rate or another number; empty when there is none.</summary>
    public static SheetCell Of(decimal? number, CellStyle style) =>
        number is null ? Empty : new(null, number, null, style);

    /// <summary>A formula with its value.</summary>
    public static SheetCell Computed(string formula, decimal value, CellStyle style) =>
        new(null, value, formula, style);

    /// <summary>The cell in another style.</summary>
    public SheetCell In(CellStyle style) => this with { Style = style };
}
