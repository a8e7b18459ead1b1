namespace Gep.GraphQL.Language;

/// <summary>A place in a document: line and column, both from one. Spec §7.1.2, "locations".</summary>
/// <param name="Line">Line, from one.</param>
/// <param name="Column">Column in UTF-16 units, from one.</param>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>
/// The text of a document; turns an offset into a line and a column. Spec §2.1.2 (line terminators).
/// </summary>
internal sealed class SourceText(string body)
{
    private int[]? _lineStarts;

    public string Body { get; } = body;

    public SourceLocation LocationOf(int offset)
    {
        int[] starts = _lineStarts ??= FindLineStarts(Body);
        int index = Array.BinarySearch(starts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return new SourceLocation(line + 1, offset - starts[line] + 1);
    }

    private static int[] FindLineStarts(string body)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < body.Length; i++)
        {
            char c = body[i];
            if (c == '\r' && i + 1 < body.Length && body[i + 1] == '\n') i++;
            if (c is '\r' or '\n') starts.Add(i + 1);
        }
        return [.. starts];
    }
}
