namespace Gep.Spatial.Overlays;

/// <summary>A piece of a ring that bounds what one parcel has in common with another, or some of them.
/// </summary>
/// <param name="Loser">The one of lower precedence.</param>
/// <param name="Winner">The one of higher precedence.</param>
/// <param name="TwiceCommon">Twice the area under it, as a bound of what both have in common [m²].</param>
/// <param name="TwiceTaken">The same as a bound of what the one takes from the other [m²].</param>
/// <param name="AlongX">From its start to its end, as a bound of what both have in common [m].</param>
/// <param name="AlongY">From its start to its end [m].</param>
internal readonly record struct RingPiece(
    int Loser, int Winner, double TwiceCommon, double TwiceTaken, double AlongX, double AlongY)
{
    /// <summary>The boundary of an area must close to this [m]: some roundings of coordinates.</summary>
    private const double OpenMetres = 1e-6;

    /// <summary>Whether it goes around an area, but for rounding.</summary>
    public bool IsArea => Math.Abs(AlongX) <= OpenMetres && Math.Abs(AlongY) <= OpenMetres
        && TwiceCommon > -2 * ZoneCutter.LeastPieceSquareMetres
        && TwiceTaken > -2 * ZoneCutter.LeastPieceSquareMetres;

    /// <summary>This and another piece of the same two parcels.</summary>
    public RingPiece And(in RingPiece other) => new(
        Loser, Winner, TwiceCommon + other.TwiceCommon, TwiceTaken + other.TwiceTaken,
        AlongX + other.AlongX, AlongY + other.AlongY);

    /// <summary>Adds up the pieces of the first winner, and leaves those of the others.</summary>
    /// <param name="pieces">Pieces of one loser, at least one.</param>
    public static RingPiece AddFirst(ref Span<RingPiece> pieces)
    {
        int winner = int.MaxValue, kept = 0;
        foreach (ref readonly RingPiece piece in pieces) winner = Math.Min(winner, piece.Winner);
        var sum = new RingPiece(pieces[0].Loser, winner, 0, 0, 0, 0);
        foreach (RingPiece piece in pieces)
        {
            if (piece.Winner == winner) sum = sum.And(piece);
            else pieces[kept++] = piece;
        }
        pieces = pieces[..kept];
        return sum;
    }
}
