namespace Gep.Api.Exports;

/// <summary>How a cell is printed; the number is its place in the style table of a workbook.</summary>
internal enum CellStyle
{
    /// <summary>As it is, without borders.</summary>
    Plain,

    /// <summary>Title of a sheet.</summary>
    Title,

    /// <summary>Heading of a column.</summary>
    Heading,

    /// <summary>Text or whole number.</summary>
    Text,

    /// <summary>Two decimals: yuan, 万元.</summary>
    Amount,

    /// <summary>Four decimals: mu.</summary>
    Area,

    /// <summary>Text of a subtotal.</summary>
    TotalText,

    /// <summary>Two decimals of a subtotal.</summary>
    TotalAmount,

    /// <summary>Four decimals of a subtotal.</summary>
    TotalArea,

    /// <summary>Text of a row that rests on an input of low confidence.</summary>
    LowText,

    /// <summary>Two decimals in such a row.</summary>
    LowAmount,

    /// <summary>Four decimals in such a row.</summary>
    LowArea,

    /// <summary>Text that is broken to the width of its column.</summary>
    Wrapped,
}
