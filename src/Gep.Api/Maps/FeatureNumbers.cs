using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gep.Api.Maps;

/// <summary>Gives text ids integer ids that stay the same while the text does.</summary>
internal sealed class FeatureNumbers
{
    /// <summary>52 bits, which every client holds exactly.</summary>
    private const ulong Mask = (1UL << 52) - 1;

    private readonly Dictionary<ulong, string> taken = [];

    /// <summary>
    /// First 52 bits of the SHA-256 of the text; where another text has them, the next free number.
    /// </summary>
    public ulong Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        ulong number = BinaryPrimitives.ReadUInt64BigEndian(hash) & Mask;
        while (!taken.TryAdd(number, text))
        {
            if (string.Equals(taken[number], text, StringComparison.Ordinal)) return number;
            number = (number + 1) & Mask;
        }
        return number;
    }
}
