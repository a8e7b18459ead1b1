namespace Gep.Spatial.Tiles;

/// <summary>A box in units of the square world, borders included.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Last column.</param>
/// <param name="Bottom">Last row.</param>
internal readonly record struct WorldBox(uint Left, uint Top, uint Right, uint Bottom);
