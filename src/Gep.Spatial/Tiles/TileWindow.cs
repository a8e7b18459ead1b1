namespace Gep.Spatial.Tiles;

/// <summary>The part of the world that one tile shows: its corner, its scale and its clipping box.</summary>
/// <remarks>
/// Every vertex is rounded by itself, never along a line, so that a border shared by two features stays
/// shared; at low zooms it is rounded to a coarser grid.
/// </remarks>
internal readonly struct TileWindow
{
    /// <summary>Units along the side of a tile.</summary>
    public const int Extent = 4096;

    /// <summary>Units around it that are kept, so that outlines do not show at its edge.</summary>
    public const int Buffer = 64;

    /// <summary>From this zoom on everything is kept; below it, only what is seen.</summary>
    public const int FullDetailZoom = 12;

    /// <summary>Units of one pixel where a tile is drawn at 512 pixels.</summary>
    private const int UnitsPerPixel = Extent / 512;

    /// <summary>Below full detail vertices lie on a grid of half a pixel.</summary>
    private const int CoarseGrid = UnitsPerPixel / 2;

    /// <summary>A polygon below 2 × 2 pixels is left out below full detail [units²].</summary>
    private const int LeastSquareUnits = 2 * UnitsPerPixel * 2 * UnitsPerPixel;

    private const int WorldBits = 32, ExtentBits = 12;

    private readonly double _originX, _originY;
    private readonly double _worldUnits;
    private readonly int _grid;

    public TileWindow(TileAddress address)
    {
        _worldUnits = Math.ScaleB(1, WorldBits - ExtentBits - address.Zoom);
        _originX = address.Column * Extent * _worldUnits;
        _originY = address.Row * Extent * _worldUnits;
        bool isFull = address.Zoom >= FullDetailZoom;
        _grid = isFull ? 1 : CoarseGrid;
        LeastWorldSquareUnits = isFull ? 0 : LeastSquareUnits * _worldUnits * _worldUnits;
    }

    /// <summary>Polygons smaller than this are left out [square units of the world].</summary>
    public double LeastWorldSquareUnits { get; }

    /// <summary>Column of the tile, not rounded, of a column of the world.</summary>
    public double X(uint column) => (column - _originX) / _worldUnits;

    /// <summary>Row of the tile, not rounded, of a row of the world.</summary>
    public double Y(uint row) => (row - _originY) / _worldUnits;

    /// <summary>Rounds to the grid of the zoom, halves up, so that neighbours agree.</summary>
    public int Round(double units) => (int)Math.Floor(units / _grid + 0.5) * _grid;

    /// <summary>Whether a shape lies wholly in the clipping box.</summary>
    public bool Holds(WorldShape shape) =>
        X(shape.Left) >= -Buffer && X(shape.Right) <= Extent + Buffer
        && Y(shape.Top) >= -Buffer && Y(shape.Bottom) <= Extent + Buffer;
}
