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
        IReadOnlyList<ImmutableArray<ReportCell>> Rows);
