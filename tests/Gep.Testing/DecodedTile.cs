using System.Text;

namespace Gep.Testing;

/// <summary>A feature of a decoded tile; rings and lines are open paths of tile units.</summary>
public sealed record DecodedFeature(
    ulong Id, int Type, IReadOnlyDictionary<string, object> Properties,
    IReadOnlyList<IReadOnlyList<(int X, int Y)>> Paths)
{
    /// <summary>Twice the signed area of a path, positive where it is clockwise on the screen.</summary>
    public static long TwiceArea(IReadOnlyList<(int X, int Y)> path)
    {
        long sum = 0;
        for (int i = 0; i < path.Count; i++)
        {
            var (a, b) = (path[i], path[(i + 1) % path.Count]);
            sum += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }
        return sum;
    }
}

/// <summary>A layer of a decoded tile.</summary>
public sealed record DecodedLayer(
    string Name, ulong Version, ulong Extent, IReadOnlyList<DecodedFeature> Features);

/// <summary>Reads vector tiles, written from the format's description and not from our encoder.</summary>
public static class DecodedTile
{
    private const int Point = 1, MoveTo = 1, ClosePath = 7;

    public static IReadOnlyList<DecodedLayer> Of(byte[] tile) =>
        [.. Fields(tile).Where(field => field.Number == 3).Select(field => Layer(field.Bytes))];

    private static DecodedLayer Layer(byte[] bytes)
    {
        var fields = Fields(bytes).ToArray();
        string[] keys = [.. fields.Where(field => field.Number == 3)
            .Select(field => Encoding.UTF8.GetString(field.Bytes))];
        object[] values = [.. fields.Where(field => field.Number == 4).Select(field => Value(field.Bytes))];
        return new DecodedLayer(
            Encoding.UTF8.GetString(fields.Single(field => field.Number == 1).Bytes),
            fields.Single(field => field.Number == 15).Integer,
            fields.Single(field => field.Number == 5).Integer,
            [.. fields.Where(field => field.Number == 2).Select(field => Feature(field.Bytes, keys,
                values))]);
    }

    private static DecodedFeature Feature(byte[] bytes, string[] keys, object[] values)
    {
        var fields = Fields(bytes).ToArray();
        ulong[] tags = [.. Integers(fields.Single(field => field.Number == 2).Bytes)];
        int type = (int)fields.Single(field => field.Number == 3).Integer;
        return new DecodedFeature(
            fields.Single(field => field.Number == 1).Integer, type,
            Enumerable.Range(0, tags.Length / 2)
                .ToDictionary(i => keys[tags[2 * i]], i => values[tags[(2 * i) + 1]]),
            Paths(Integers(fields.Single(field => field.Number == 4).Bytes).ToArray(), type));
    }

    private static List<IReadOnlyList<(int X, int Y)>> Paths(ulong[] commands, int type)
    {
        var paths = new List<IReadOnlyList<(int X, int Y)>>();
        List<(int X, int Y)> path = [];
        int x = 0, y = 0;
        for (int i = 0; i < commands.Length;)
        {
            int command = (int)(commands[i] & 7), count = (int)(commands[i] >> 3);
            i++;
            if (command == ClosePath) continue;
            if (command == MoveTo && type != Point) paths.Add(path = []);
            for (int repeat = 0; repeat < count; repeat++)
            {
                x += Signed(commands[i++]);
                y += Signed(commands[i++]);
                if (type == Point) paths.Add([(x, y)]);
                else path.Add((x, y));
            }
        }
        return paths;
    }

    private static object Value(byte[] bytes)
    {
        var field = Fields(bytes).Single();
        return field.Number switch
        {
            1 => Encoding.UTF8.GetString(field.Bytes),
            3 => BitConverter.ToDouble(field.Bytes),
            6 => (long)Signed(field.Integer),
            7 => field.Integer == 1,
            _ => throw new InvalidDataException($"A value of type {field.Number}."),
        };
    }

    private static int Signed(ulong value) => (int)((long)(value >> 1) ^ -(long)(value & 1));

    private static IEnumerable<ulong> Integers(byte[] bytes)
    {
        for (int at = 0; at < bytes.Length;) yield return Varint(bytes, ref at);
    }

    private static IEnumerable<(int Number, ulong Integer, byte[] Bytes)> Fields(byte[] bytes)
    {
        for (int at = 0; at < bytes.Length;)
        {
            ulong tag = Varint(bytes, ref at);
            int number = (int)(tag >> 3), wire = (int)(tag & 7);
            ulong integer = 0;
            int length = wire switch { 1 => 8, 5 => 4, _ => 0 };
            if (wire == 0) integer = Varint(bytes, ref at);
            if (wire == 2) length = (int)Varint(bytes, ref at);
            yield return (number, integer, bytes[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128) return value;
        }
    }
}
