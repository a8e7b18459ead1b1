using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Gep.Api.Serving;
using Gep.Spatial.Ingest;

namespace Gep.Api.Persistence.Writing;

/// <summary>Rows in the binary format of COPY; made for reuse by one thread at a time.</summary>
/// <remarks>
/// A row is a count of fields, then each field behind its length, all big-endian. Source: [PG-COPY].
/// </remarks>
internal sealed class CopyRows
{
    private const short NoMoreRows = -1;
    private const int NullLength = -1;
    private const byte JsonbVersion = 1;

    /// <summary>Flags and the length of an extension, both zero.</summary>
    private const int HeadNumbers = 2 * sizeof(int);

    /// <summary>Where the server's clock begins.</summary>
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ArrayBufferWriter<byte> rows = new();
    private readonly ArrayBufferWriter<byte> document = new();

    /// <summary>What was written since it was emptied.</summary>
    public ReadOnlyMemory<byte> Written => rows.WrittenMemory;

    /// <summary>Empties it.</summary>
    public void Clear() => rows.ResetWrittenCount();

    /// <summary>What stands before the first row.</summary>
    public void Head()
    {
        rows.Write("PGCOPY\n"u8);
        rows.Write<byte>([0xFF, (byte)'\r', (byte)'\n', 0]);
        rows.Write<byte>(stackalloc byte[HeadNumbers]);
    }

    /// <summary>What stands behind the last row.</summary>
    public void Tail() => BinaryPrimitives.WriteInt16BigEndian(Next(sizeof(short)), NoMoreRows);

    /// <summary>Begins a row.</summary>
    public void Row(int fields) => BinaryPrimitives.WriteInt16BigEndian(Next(sizeof(short)), (short)fields);

    /// <summary>A bigint.</summary>
    public void Field(long number)
    {
        Length(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), number);
    }

    /// <summary>An integer.</summary>
    public void Field(int number)
    {
        Length(sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), number);
    }

    /// <summary>A double precision.</summary>
    public void Field(double number)
    {
        Length(sizeof(double));
        BinaryPrimitives.WriteDoubleBigEndian(Next(sizeof(double)), number);
    }

    /// <summary>A timestamp with time zone.</summary>
    public void Field(DateTime time) =>
        Field((time.ToUniversalTime() - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>A text.</summary>
    public void Field(string? text)
    {
        if (text is null)
        {
            Length(NullLength);
            return;
        }
        Length(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, rows);
    }

    /// <summary>Attributes as jsonb; the database knows no NUL character.</summary>
    public void Field(IReadOnlyDictionary<string, string> attributes)
    {
        document.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(document, JsonAnswer.Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in attributes) json.WriteString(WithoutNul(name), WithoutNul(value));
            json.WriteEndObject();
        }
        Length(sizeof(byte) + document.WrittenCount);
        Next(sizeof(byte))[0] = JsonbVersion;
        rows.Write(document.WrittenSpan);
    }

    /// <summary>The geometry of a feature.</summary>
    public void Geometry(LayerFeature feature)
    {
        var room = rows.GetSpan(sizeof(int) + FeatureWkb.SizeBound(feature));
        int length = FeatureWkb.Write(feature, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        rows.Advance(sizeof(int) + length);
    }

    private static string WithoutNul(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? new StringBuilder(text).Replace('\0', '\uFFFD').ToString() : text;

    private void Length(int length) => BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), length);

    private Span<byte> Next(int length)
    {
        var room = rows.GetSpan(length)[..length];
        rows.Advance(length);
        return room;
    }
}
