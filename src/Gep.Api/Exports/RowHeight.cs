using System.Collections.Immutable;
using System.Globalization;

namespace Gep.Api.Exports;

/// <summary>The height of a row whose texts are broken to the width of their columns.</summary>
internal static class RowHeight
{
    private const int LinePoints = 13;
    private const int MarginPoints = 3;

    /// <summary>A letter of this code on is printed twice as wide as a digit.</summary>
    private const char FirstWide = '\u2E80';

    /// <summary>The attributes of the row; none where one line is enough.</summary>
    public static string Attribute(
        ReadOnlySpan<SheetCell> cells, ImmutableArray<(string Heading, int Width)> columns)
    {
        int lines = 1;
        for (int column = 0; column < Math.Min(cells.Length, columns.Length); column++)
        {
            var cell = cells[column];
            if (cell is not { Style: CellStyle.Wrapped or CellStyle.Heading, Text: { } text }) continue;
            int room = Math.Max(1, columns[column].Width - 1);
            lines = Math.Max(lines, (WidthOf(text) + room - 1) / room);
        }
        return lines == 1
            ? ""
            : string.Create(CultureInfo.InvariantCulture,
                $" ht=\"{lines * LinePoints + MarginPoints}\" customHeight=\"1\"");
    }

    private static int WidthOf(string text) => text.Sum(letter => letter < FirstWide ? 1 : 2);
}
