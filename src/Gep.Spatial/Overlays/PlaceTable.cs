using System.Numerics;

namespace Gep.Spatial.Overlays;

/// <summary>The places of some parcels in their list; made for reuse.</summary>
internal sealed class PlaceTable
{
    private const int SlotsPerParcel = 2, KeyBits = 32;
    private const uint Spread = 0x9E3779B9;

    /// <summary>Places from 1; 0 where none is.</summary>
    private (int Parcel, int Place)[] _slots = new (int, int)[2];
    private int _shift = KeyBits - 1;

    /// <summary>Takes other parcels, each of them once.</summary>
    public void Take(ReadOnlySpan<int> parcels)
    {
        int bits = BitOperations.Log2((uint)(SlotsPerParcel * parcels.Length) | 1) + 1;
        _shift = KeyBits - bits;
        if (_slots.Length < 1 << bits) _slots = new (int, int)[1 << bits];
        else _slots.AsSpan(0, 1 << bits).Clear();
        for (int place = 0; place < parcels.Length; place++)
            SlotOf(parcels[place]) = (parcels[place], place + 1);
    }

    /// <summary>Place of one of them.</summary>
    public int Of(int parcel) => SlotOf(parcel).Place - 1;

    private ref (int Parcel, int Place) SlotOf(int parcel)
    {
        uint slot = unchecked((uint)parcel * Spread) >> _shift, last = (1u << (KeyBits - _shift)) - 1;
        while (_slots[slot].Place != 0 && _slots[slot].Parcel != parcel) slot = (slot + 1) & last;
        return ref _slots[slot];
    }
}
