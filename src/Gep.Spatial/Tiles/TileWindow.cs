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

    /// <summary>Below full detail vertices lie on a grid of half a pixel, 4 units, and in a crowd of one
    /// pixel, 8 units: small parcels have most vertices closer together than that.</summary>
    private const int CoarseGridBits = 2, CrowdGridBits = 3;

    private const double Half = 0.5;

    /// <summary>A polygon below 2 × 2 pixels is left out below full detail [units²].</summary>
    private const int LeastSquareUnits = 2 * UnitsPerPixel * 2 * UnitsPerPixel;

    private const int WorldBits = 32, ExtentBits = 12;

    private readonly int _gridBits, _shift;

    public TileWindow(TileAddress address)
        : this(address, CoarseGridBits)
    {
    }

    private TileWindow(TileAddress address, int coarseGridBits)
    {
        int scaleBits = WorldBits - ExtentBits - address.Zoom;
        WorldUnits = 1L << scaleBits;
        OriginX = address.Column * Extent * WorldUnits;
        OriginY = address.Row * Extent * WorldUnits;
        bool isFull = address.Zoom >= FullDetailZoom;
        _gridBits = isFull ? 0 : coarseGridBits;
        _shift = scaleBits + _gridBits;
        LeastWorldSquareUnits = isFull ? 0 : (double)LeastSquareUnits * WorldUnits * WorldUnits;
        long margin = Buffer * WorldUnits, side = (Extent + Buffer) * WorldUnits;
        View = new WorldBox(
            InWorld(OriginX - margin), InWorld(OriginY - margin),
            InWorld(OriginX + side), InWorld(OriginY + side));
    }

    /// <summary>The same part of the world for a tile that shows many features.</summary>
    public static TileWindow OfCrowd(TileAddress address) => new(address, CrowdGridBits);

    /// <summary>Column of the world where the tile begins.</summary>
    public long OriginX { get; }

    /// <summary>Row of the world where the tile begins.</summary>
    public long OriginY { get; }

    /// <summary>Units of the world along one of the tile.</summary>
    public long WorldUnits { get; }

    /// <summary>The tile with its buffer.</summary>
    public WorldBox View { get; }

    /// <summary>Polygons smaller than this are left out [square units of the world].</summary>
    public double LeastWorldSquareUnits { get; }

    /// <summary>Column of the tile, not rounded, of a column of the world.</summary>
    public double X(uint column) => (column - OriginX) / (double)WorldUnits;

    /// <summary>Row of the tile, not rounded, of a row of the world.</summary>
    public double Y(uint row) => (row - OriginY) / (double)WorldUnits;

    /// <summary>Rounds to the grid of the zoom, halves up, so that neighbours agree.</summary>
    public int Round(double units) =>
        (int)Math.Floor(Math.ScaleB(units, -_gridBits) + Half) << _gridBits;

    /// <summary>The same of a column of the world, without a fraction on the way.</summary>
    public int RoundX(uint column) => Rounded(column - OriginX);

    /// <summary>The same of a row of the world.</summary>
    public int RoundY(uint row) => Rounded(row - OriginY);

    /// <summary>Whether a box lies wholly in the clipping box.</summary>
    public bool Holds(in WorldBox box) =>
        box.Left >= View.Left && box.Right <= View.Right && box.Top >= View.Top && box.Bottom <= View.Bottom;

    private int Rounded(long distance) =>
        (int)(_shift == 0 ? distance : (distance + (1L << (_shift - 1))) >> _shift) << _gridBits;

    private static uint InWorld(long position) => (uint)Math.Clamp(position, 0, uint.MaxValue);
}
