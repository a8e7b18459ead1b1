namespace Gep.Spatial.Ingest;

/// <summary>How taking a value ended.</summary>
internal enum SliceOutcome
{
    Taken,
    TooLong,
    BrokenOff,
}

/// <summary>
/// Cuts a stream of JSON into values without holding more than one of them. It follows quotes and brackets
/// only, so that a value that is wrong inside does not spoil the values behind it.
/// </summary>
internal sealed class JsonSlicer(Stream stream, int longestValue)
{
    public const int EndOfStream = -1;

    private const int FirstBufferBytes = 1 << 16;

    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _end;

    /// <summary>Skips the given bytes if the stream goes on with them.</summary>
    public bool SkipPrefix(ReadOnlySpan<byte> prefix)
    {
        while (_end - _start < prefix.Length)
        {
            if (!Fill()) return false;
        }
        if (!_buffer.AsSpan(_start, prefix.Length).SequenceEqual(prefix)) return false;
        _start += prefix.Length;
        return true;
    }

    /// <summary>The next byte that is no white space, without taking it.</summary>
    public int Peek()
    {
        while (true)
        {
            for (; _start < _end; _start++)
            {
                if (_buffer[_start] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                    return _buffer[_start];
            }
            if (!Fill()) return EndOfStream;
        }
    }

    /// <summary>Takes the byte if it is the next one that is no white space.</summary>
    public bool Take(char wanted)
    {
        if (Peek() != wanted) return false;
        _start++;
        return true;
    }

    /// <summary>Takes one value; the memory is good until the next call.</summary>
    public SliceOutcome TakeValue(out ReadOnlyMemory<byte> value)
    {
        value = default;
        Peek();
        int depth = 0, length = 0;
        bool inString = false;
        while (true)
        {
            if (length > longestValue) return SliceOutcome.TooLong;
            if (_start + length == _end && !Fill())
            {
                if (depth > 0 || inString || length == 0) return SliceOutcome.BrokenOff;
                break;
            }
            byte b = _buffer[_start + length];
            if (inString)
            {
                if (b == '\\' && _start + ++length == _end && !Fill()) return SliceOutcome.BrokenOff;
                inString = b != '"';
            }
            else if (depth == 0 && EndsScalar(b))
            {
                break;
            }
            else
            {
                inString = b == '"';
                if (b is (byte)'{' or (byte)'[') depth++;
                if (b is (byte)'}' or (byte)']') depth--;
            }
            length++;
            if (depth == 0 && !inString && (b is (byte)'"' or (byte)'}' or (byte)']')) break;
        }
        value = _buffer.AsMemory(_start, length);
        _start += length;
        return SliceOutcome.Taken;
    }

    /// <summary>
    /// Takes the bytes up to a line feed or record separator, or the end; false at the end.
    /// </summary>
    public SliceOutcome TakeLine(out ReadOnlyMemory<byte> line)
    {
        const byte RecordSeparator = 0x1E;
        line = default;
        int length = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + length, _end - _start - length)
                .IndexOfAny((byte)'\n', RecordSeparator);
            length = found < 0 ? _end - _start : length + found;
            if (length > longestValue) return SliceOutcome.TooLong;
            if (found >= 0 || !Fill()) break;
        }
        if (_start + length == _end && length == 0) return SliceOutcome.BrokenOff;
        line = _buffer.AsMemory(_start, length);
        _start = Math.Min(_end, _start + length + 1);
        return SliceOutcome.Taken;
    }

    private static bool EndsScalar(byte b) =>
        b is (byte)',' or (byte)':' or (byte)'}' or (byte)']'
            or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, checked(2 * _buffer.Length));
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
