using System.Runtime.InteropServices;

namespace Gep.Spatial.Overlays;

/// <summary>Pieces of rings, those of two parcels added up; made for reuse.</summary>
internal sealed class PieceSums
{
    private const int WinnerBits = 32;

    private readonly Dictionary<long, RingPiece> _sums = [];

    /// <summary>Adds a piece.</summary>
    public void Add(in RingPiece piece)
    {
        ref RingPiece sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _sums, (long)piece.Loser << WinnerBits | (uint)piece.Winner, out bool isKnown);
        sum = isKnown ? sum.And(piece) : piece;
    }

    /// <summary>Takes the sums out, in the order in which their parcels were first added.</summary>
    public RingPiece[] Take()
    {
        RingPiece[] sums = [.. _sums.Values];
        _sums.Clear();
        return sums;
    }
}
