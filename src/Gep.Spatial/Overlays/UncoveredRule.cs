namespace Gep.Spatial.Overlays;

/// <summary>How the uncovered rest of a zone is found.</summary>
public enum UncoveredRule
{
    /// <summary>Zone minus its pieces.</summary>
    Subtract,

    /// <summary>The same, and measured in the plane as well to check it; several times slower.</summary>
    SubtractAndMeasure,
}
