namespace Gep.Api.Layers;

/// <summary>What a reader of a table has met so far: texts kept once, and a buffer for blobs.</summary>
internal sealed class SeenValues
{
    /// <summary>Codes and types repeat, names and ids do not: of more texts none is kept.</summary>
    private const int TextsMax = 4096;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private byte[] blob = [];

    /// <summary>Columns in which a blob was met.</summary>
    public HashSet<string> BlobColumns { get; } = new(StringComparer.Ordinal);

    /// <summary>The same text, where it was met before as the same object.</summary>
    public string Text(string text)
    {
        if (texts.TryGetValue(text, out string? known)) return known;
        if (texts.Count < TextsMax) texts.Add(text);
        return text;
    }

    /// <summary>A copy of a blob, until the next one is copied.</summary>
    public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        if (blob.Length < bytes.Length) blob = new byte[2 * bytes.Length];
        bytes.CopyTo(blob);
        return blob.AsMemory(0, bytes.Length);
    }
}
