using System.Numerics;
using System.Runtime.CompilerServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Directed edges, each of which takes away the same edge the other way: what is left of neighbours that
/// share their edges is their common outline. Made for reuse.
/// </summary>
internal sealed class EdgeTwins
{
    /// <summary>At most every second slot is taken.</summary>
    private const int SlotsPerEdge = 2;

    private const ulong MixX = 0x9E3779B97F4A7C15, MixY = 0xC2B2AE3D27D4EB4F;
    private const int Turn = 29, KeyBits = 64, Free = int.MinValue;

    private AreaEdge[] _edges = [];
    private int[] _net = [];
    private int _slots, _shift;

    /// <summary>Forgets all edges.</summary>
    /// <param name="most">How many will be added at most.</param>
    public void Restart(int most)
    {
        int bits = BitOperations.Log2((uint)(SlotsPerEdge * most)) + 1;
        _slots = 1 << bits;
        _shift = KeyBits - bits;
        if (_edges.Length < _slots) (_edges, _net) = (new AreaEdge[_slots], new int[_slots]);
        _net.AsSpan(0, _slots).Fill(Free);
    }

    /// <summary>Adds edges that follow each other; those without length are left out.</summary>
    /// <param name="xs">x of their vertices [m].</param>
    /// <param name="ys">y of their vertices [m].</param>
    public void Add(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        double x = xs[0], y = ys[0];
        ulong key = KeyOf(x, y);
        for (int i = 1; i < xs.Length; i++)
        {
            double toX = xs[i], toY = ys[i];
            ulong toKey = KeyOf(toX, toY);
            if (!x.Equals(toX) || !y.Equals(toY)) Add(new AreaEdge(x, y, toX, toY), unchecked(key + toKey));
            (x, y, key) = (toX, toY, toKey);
        }
    }

    /// <summary>Edges without a twin, in any order, and how often each is there.</summary>
    public void AddUnsharedTo(List<(AreaEdge Edge, int Times)> unshared)
    {
        for (int slot = 0; slot < _slots; slot++)
        {
            if (_net[slot] != Free && _net[slot] != 0) unshared.Add((_edges[slot], _net[slot]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(double x, double y) => unchecked(
        BitConverter.DoubleToUInt64Bits(x) * MixX
        ^ BitOperations.RotateLeft(BitConverter.DoubleToUInt64Bits(y) * MixY, Turn));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(in AreaEdge edge, ulong key)
    {
        for (int slot = (int)(unchecked(key * MixX) >> _shift); ; slot = (slot + 1) & (_slots - 1))
        {
            if (_net[slot] == Free)
            {
                _edges[slot] = edge;
                _net[slot] = 1;
                return;
            }
            ref readonly AreaEdge known = ref _edges[slot];
            bool isTwin = known.X0.Equals(edge.X1) & known.Y0.Equals(edge.Y1)
                & known.X1.Equals(edge.X0) & known.Y1.Equals(edge.Y0);
            if (isTwin)
            {
                _net[slot]--;
                return;
            }
            if (known == edge)
            {
                _net[slot]++;
                return;
            }
        }
    }
}
