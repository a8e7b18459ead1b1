namespace Gep.Spatial.Overlays;

/// <summary>How many more parcels lie to the east of a cell than to the west.</summary>
/// <param name="Cell">The cell, by row and column of its tile.</param>
/// <param name="Parcels">How many more; below 0 where there are fewer.</param>
internal readonly record struct CellChange(int Cell, int Parcels);
