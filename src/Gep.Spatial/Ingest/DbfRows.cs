using System.Buffers.Binary;
using System.Text;

namespace Gep.Spatial.Ingest;

/// <summary>Reads the rows of a .dbf file one after the other.</summary>
/// <remarks>
/// Text is in the encoding of the .cpg file, else in that of the language byte, else in UTF-8 where a row is
/// that and in GBK where it is not. Source: [DBF]; language byte 0x4D is code page 936.
/// </remarks>
internal sealed class DbfRows
{
    private const int HeaderBytes = 32, FieldBytes = 32, NameBytes = 11, MostFields = 2048;
    private const int CountOffset = 4, HeaderLengthOffset = 8, RowLengthOffset = 10, LanguageOffset = 29;
    private const int FieldTypeOffset = 11, FieldLengthOffset = 16;
    private const byte FieldsEnd = 0x0D, ChineseLanguage = 0x4D, Deleted = (byte)'*';
    private const int GbkCodePage = 936, Gb18030CodePage = 54936;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly Stream _stream;
    private readonly Encoding? _encoding;
    private readonly List<(string Name, char Type, int Offset, int Length)> _fields = [];
    private readonly byte[] _row;

    private DbfRows(Stream stream, Encoding? encoding, byte[] row) =>
        (_stream, _encoding, _row) = (stream, encoding, row);

    /// <summary>How many rows the file says it has.</summary>
    public uint DeclaredRows { get; private init; }

    /// <summary>Reads the header; null with the reason where it is none.</summary>
    public static DbfRows? Open(Stream stream, string? codePage, out string reason)
    {
        reason = ".dbf header";
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes) return null;
        int headerLength = BinaryPrimitives.ReadUInt16LittleEndian(header[HeaderLengthOffset..]);
        int rowLength = BinaryPrimitives.ReadUInt16LittleEndian(header[RowLengthOffset..]);
        var fields = new byte[Math.Max(0, headerLength - HeaderBytes)];
        if (rowLength < 1 || stream.ReadAtLeast(fields, fields.Length, false) < fields.Length) return null;
        Encoding? encoding = EncodingOf(codePage, header[LanguageOffset]);
        var rows = new DbfRows(stream, encoding, new byte[rowLength])
        {
            DeclaredRows = BinaryPrimitives.ReadUInt32LittleEndian(header[CountOffset..]),
        };
        int offset = 1;
        for (int at = 0; at + FieldBytes <= fields.Length && fields[at] != FieldsEnd; at += FieldBytes)
        {
            ReadOnlySpan<byte> name = fields.AsSpan(at, NameBytes);
            if (name.IndexOf((byte)0) is >= 0 and int end) name = name[..end];
            int length = fields[at + FieldLengthOffset];
            reason = ".dbf fields";
            if (offset + length > rowLength || rows._fields.Count == MostFields) return null;
            rows._fields.Add((rows.Text(name), (char)fields[at + FieldTypeOffset], offset, length));
            offset += length;
        }
        return rows;
    }

    /// <summary>The next row, deleted ones included as none; false at the end of the file.</summary>
    public bool TryRead(out Dictionary<string, string> attributes)
    {
        attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_stream.ReadAtLeast(_row, _row.Length, throwOnEndOfStream: false) < _row.Length) return false;
        if (_row[0] == Deleted) return true;
        foreach ((string name, char type, int offset, int length) in _fields)
        {
            string text = Text(_row.AsSpan(offset, length)).Trim(' ', '\0');
            bool isNull = text.Length == 0 || type is 'N' or 'F' && text[0] == '*';
            if (!isNull) attributes[name] = text;
        }
        return true;
    }

    private static Encoding? EncodingOf(string? codePage, byte language)
    {
        string name = (codePage ?? "").Trim().ToUpperInvariant();
        if (name is "UTF-8" or "UTF8" or "65001") return Encoding.UTF8;
        if (name is "GBK" or "936" or "CP936" or "GB2312" || name.Length == 0 && language == ChineseLanguage)
            return Chinese(GbkCodePage);
        return name is "GB18030" or "54936" ? Chinese(Gb18030CodePage) : null;
    }

    private static Encoding Chinese(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    private string Text(ReadOnlySpan<byte> bytes)
    {
        if (_encoding is not null) return _encoding.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Chinese(Gb18030CodePage).GetString(bytes);
        }
    }
}
