namespace Gep.Spatial.Overlays;

/// <summary>How an overlay is run.</summary>
public sealed record OverlayOptions
{
    /// <summary>Most threads to use, at least 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What becomes of area that two parcels have in common.</summary>
    public OverlapRule Overlaps { get; init; } = OverlapRule.Resolve;

    /// <summary>How the uncovered rest of a zone is found.</summary>
    public UncoveredRule Uncovered { get; init; } = UncoveredRule.Subtract;

    /// <summary>Told of progress from any thread; null for no one.</summary>
    public IProgress<OverlayProgress>? Progress { get; init; }

    /// <summary>Stops the overlay with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }
}
