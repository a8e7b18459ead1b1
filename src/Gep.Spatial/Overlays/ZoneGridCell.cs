namespace Gep.Spatial.Overlays;

/// <summary>One cell of a grid over zones.</summary>
/// <param name="Zone">
/// Its zone plus 1, 0 outside; of a border cell, how many border cells lie west of it in its row.
/// </param>
/// <param name="NextBorder">
/// Column of the first border cell at or east of it, in its row; the greatest number where there is none.
/// </param>
internal readonly record struct ZoneGridCell(ushort Zone, ushort NextBorder);
