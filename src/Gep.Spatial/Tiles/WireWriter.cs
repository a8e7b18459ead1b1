using System.Buffers.Binary;
using System.Text;

namespace Gep.Spatial.Tiles;

/// <summary>Writes the two wire types of Protocol Buffers that tiles need, and eight-byte numbers.</summary>
/// <remarks>Source: [PROTOBUF-WIRE].</remarks>
internal sealed class WireWriter
{
    private const int VarintWire = 0, EightBytesWire = 1, LengthWire = 2;
    private const int WireBits = 3, GroupBits = 7, VarintBytesMax = 10;
    private const ulong MoreFollows = 0x80;
    private const int FirstCapacity = 256;

    private byte[] _bytes = new byte[FirstCapacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Varint(ulong value)
    {
        Reserve(VarintBytesMax);
        for (; value >= MoreFollows; value >>= GroupBits)
            _bytes[Length++] = (byte)((value & (MoreFollows - 1)) | MoreFollows);
        _bytes[Length++] = (byte)value;
    }

    public void Field(int field, ulong value)
    {
        Varint((ulong)(field << WireBits | VarintWire));
        Varint(value);
    }

    public void Field(int field, ReadOnlySpan<byte> bytes)
    {
        Varint((ulong)(field << WireBits | LengthWire));
        Varint((ulong)bytes.Length);
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Field(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    public void Field(int field, double value)
    {
        Varint((ulong)(field << WireBits | EightBytesWire));
        Reserve(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(Length), value);
        Length += sizeof(double);
    }

    /// <summary>Small numbers of either sign as small numbers: 0, −1, 1, −2 become 0, 1, 2, 3.</summary>
    public static ulong ZigZag(long value) => (ulong)(value << 1 ^ value >> 63);

    private void Reserve(int bytes)
    {
        if (Length + bytes > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + bytes));
    }
}
