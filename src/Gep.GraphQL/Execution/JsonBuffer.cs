using System.Buffers;
using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Text.Unicode;

namespace Gep.GraphQL.Execution;

/// <summary>
/// A response under construction: UTF-8 in a pooled array that can be cut back to a former length, which is
/// how null moves up without a tree. Spec §7.2 (JSON serialisation).
/// </summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int FirstSize = 4096;

    /// <summary>Longest number: sign, 17 digits, point, exponent.</summary>
    private const int NumberMax = 32;

    /// <summary>A UTF-16 unit takes at most three bytes of UTF-8, or six as an escape.</summary>
    private const int BytesPerChar = 3;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>Bytes written; may be set back to cut off what followed.</summary>
    public int Length { get; set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    public void WriteByte(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - Length < bytes.Length) Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteInt(int value) => WriteLong(value);

    public void WriteLong(long value)
    {
        Utf8Formatter.TryFormat(value, Space(NumberMax), out int written);
        Length += written;
    }

    public void WriteDecimal(decimal value)
    {
        Utf8Formatter.TryFormat(value, Space(NumberMax), out int written);
        Length += written;
    }

    /// <summary>Written as JavaScript writes it, so that answers can be compared byte for byte.</summary>
    public void WriteDouble(double value)
    {
        if (double.IsInteger(value) && Math.Abs(value) < JavaScriptNumber.ExactMax)
        {
            WriteLong((long)value);
            return;
        }
        if (JavaScriptNumber.IsPlain(value))
        {
            value.TryFormat(Space(NumberMax), out int written, default, CultureInfo.InvariantCulture);
            Length += written;
            return;
        }
        foreach (char c in JavaScriptNumber.Format(value)) WriteByte((byte)c);
    }

    public static string TextOf(double value) => JavaScriptNumber.Format(value);

    public void WriteString(ReadOnlySpan<char> text)
    {
        var space = Space((text.Length * BytesPerChar) + 2);
        space[0] = (byte)'"';
        int escape = text.IndexOfAny(Escaped);
        int plain = escape < 0 ? text.Length : escape;
        Utf8.FromUtf16(text[..plain], space[1..], out _, out int written);
        Length += written + 1;
        if (escape >= 0) WriteEscaped(text[escape..]);
        WriteByte((byte)'"');
    }

    /// <summary>Any value of a custom scalar as JSON: texts, numbers, booleans, lists and maps.</summary>
    public void WriteAny(object? value)
    {
        switch (value)
        {
            case null:
                WriteNull();
                break;
            case string text:
                WriteString(text);
                break;
            case bool truth:
                WriteBoolean(truth);
                break;
            case decimal exact:
                WriteDecimal(exact);
                break;
            case double or float:
                WriteDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                WriteLong(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(map);
                break;
            case IEnumerable list:
                WriteList(list);
                break;
            default:
                WriteString(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private void WriteMap(IReadOnlyDictionary<string, object?> map)
    {
        bool isFirst = true;
        WriteByte((byte)'{');
        foreach (var (key, item) in map)
        {
            if (!isFirst) WriteByte((byte)',');
            isFirst = false;
            WriteString(key);
            WriteByte((byte)':');
            WriteAny(item);
        }
        WriteByte((byte)'}');
    }

    private void WriteList(IEnumerable list)
    {
        bool isFirst = true;
        WriteByte((byte)'[');
        foreach (object? item in list)
        {
            if (!isFirst) WriteByte((byte)',');
            isFirst = false;
            WriteAny(item);
        }
        WriteByte((byte)']');
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            int next = text.IndexOfAny(Escaped);
            int plain = next < 0 ? text.Length : next;
            Utf8.FromUtf16(text[..plain], Space(plain * BytesPerChar), out _, out int written);
            Length += written;
            if (next < 0) return;
            WriteEscape(text[next]);
            text = text[(next + 1)..];
        }
    }

    private void WriteEscape(char c)
    {
        ReadOnlySpan<byte> known = c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => [],
        };
        WriteRaw(known);
        if (known.Length > 0) return;
        WriteRaw("\\u00"u8);
        Utf8Formatter.TryFormat((byte)c, Space(NumberMax), out int written, new StandardFormat('x', 2));
        Length += written;
    }

    private Span<byte> Space(int size)
    {
        if (_bytes.Length - Length < size) Grow(size);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + needed));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
