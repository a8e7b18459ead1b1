using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Api.Exports;

/// <summary>A table of a report, for a sheet and for a page alike.</summary>
/// <param name="Code">Its number: <c>T6</c>.</param>
/// <param name="Title">Its title with the unit.</param>
/// <param name="Headings">Headings of the columns.</param>
/// <param name="Rows">Rows of as many cells.</param>
internal sealed record ReportTable(
    string Code, BilingualText Title, ImmutableArray<string> Headings,
        IReadOnlyList<ImmutableArray<ReportCell>> Rows)
{
    private const string Low = "low";
    private const string LowFlag = "low-confidence";

    /// <summary>What a reader should know of the table; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether a row rests on an input of low confidence.</summary>
    public static bool IsLowConfidence(ImmutableArray<ReportCell> row) => row.Any(cell => !cell.IsNumber
        && (cell.Text == Low || cell.Text.Split(' ').Contains(LowFlag, StringComparer.Ordinal)));
}
