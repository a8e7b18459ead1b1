using System.Numerics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The parcels that lie over one, each with a bit; made for reuse.</summary>
/// <remarks>Where there are more than bits, those of one layer that are apart share one.</remarks>
internal sealed class SplitWinners(OverlayAreas areas)
{
    private readonly List<(int Rank, PlaneBox Box, int Bit)> _winners = [];

    /// <summary>How many they are.</summary>
    public int Count => _winners.Count;

    /// <summary>How many bits they have.</summary>
    public int Bits { get; private set; }

    /// <summary>Rank of one of them.</summary>
    public int this[int winner] => _winners[winner].Rank;

    /// <summary>Its bit; bits ascend by layer.</summary>
    public int BitOf(int winner) => _winners[winner].Bit;

    /// <summary>Takes parcels in place of those before; false where bits do not suffice.</summary>
    /// <param name="ranks">Their ranks, ascending.</param>
    public bool Take(ReadOnlySpan<int> ranks)
    {
        _winners.Clear();
        Bits = 0;
        foreach (int rank in ranks)
        {
            PlaneBox box = areas.Table.RoughBoxOf(rank);
            int bit = ranks.Length <= SplitEdge.MostWinners ? Bits : SharedBit(rank, box);
            if (bit == SplitEdge.MostWinners) return false;
            Bits = Math.Max(Bits, bit + 1);
            _winners.Add((rank, box, bit));
        }
        return true;
    }

    /// <summary>Those over a place, a bit each; of those on whose border it lies this says nothing.</summary>
    public ulong Over(double x, double y)
    {
        ulong over = 0;
        foreach ((int rank, PlaneBox box, int bit) in _winners)
        {
            if (box.Touches(new PlaneBox(x, y, x, y)) && areas.Contains(rank, x, y)) over |= 1UL << bit;
        }
        return over;
    }

    /// <summary>The first bit of its layer whose parcels so far it does not touch.</summary>
    private int SharedBit(int rank, in PlaneBox box)
    {
        ulong taken = 0;
        foreach ((int other, PlaneBox otherBox, int bit) in _winners)
        {
            bool isApart = areas.LayerOf(other) == areas.LayerOf(rank) && !box.Touches(otherBox);
            if (!isApart) taken |= 1UL << bit;
        }
        return BitOperations.TrailingZeroCount(~taken);
    }
}
