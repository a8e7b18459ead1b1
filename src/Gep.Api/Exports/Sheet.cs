using System.Collections.Immutable;

namespace Gep.Api.Exports;

/// <summary>One sheet: a title, a heading row that is repeated on each printed page, and rows.</summary>
/// <param name="Name">Name of the sheet, at most 31 characters.</param>
/// <param name="Title">Title in the first row.</param>
/// <param name="Note">Unit and remark in the second row.</param>
/// <param name="Columns">Headings with widths in characters.</param>
/// <param name="Rows">The rows below the heading.</param>
internal sealed record Sheet(
    string Name,
    string Title,
    string Note,
    ImmutableArray<(string Heading, int Width)> Columns,
    IReadOnlyList<ImmutableArray<SheetCell>> Rows)
{
    /// <summary>Rows that are frozen and repeated: title, note, headings.</summary>
    public const int HeadingRows = 3;

    /// <summary>The number, from 1, of the first row below the headings.</summary>
    public const int FirstRow = HeadingRows + 1;

    /// <summary>The letters of a column, from 0: A, Z, AA.</summary>
    public static string Letters(int column)
    {
        const int Alphabet = 26;
        string letters = "";
        for (int rest = column; rest >= 0; rest = rest / Alphabet - 1)
            letters = (char)('A' + rest % Alphabet) + letters;
        return letters;
    }
}
