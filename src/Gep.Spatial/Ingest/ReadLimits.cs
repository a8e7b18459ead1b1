namespace Gep.Spatial.Ingest;

/// <summary>
/// How much of a file a reader takes before it refuses, so that no file can exhaust the machine.
/// </summary>
public sealed record ReadLimits
{
    private const int Mebibyte = 1 << 20;

    /// <summary>The usual limits.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Longest text or blob of one feature [bytes].</summary>
    public int FeatureBytes { get; init; } = 16 * Mebibyte;

    /// <summary>Deepest nesting within one feature; a MultiPolygon needs 6 levels.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Most vertices of one feature.</summary>
    public int Vertices { get; init; } = 2_000_000;
}
