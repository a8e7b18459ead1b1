namespace Gep.Spatial.Problems;

/// <summary>Where in a layer something is: as much of it as is known.</summary>
/// <param name="File">File name as the manifest gives it.</param>
/// <param name="Feature">
/// 1-based ordinal of the feature in the file; null when the whole file is meant.
/// </param>
/// <param name="FeatureId">Id of the feature.</param>
/// <param name="Field">Attribute or member.</param>
/// <param name="Value">The offending value as it stands in the file, shortened.</param>
/// <param name="Longitude">Longitude of the place [°].</param>
/// <param name="Latitude">Latitude of the place [°].</param>
public readonly record struct LayerPlace(
    string File,
    long? Feature = null,
    string? FeatureId = null,
    string? Field = null,
    string? Value = null,
    double? Longitude = null,
    double? Latitude = null)
{
    private const int LongestValue = 80;

    /// <summary>The same place with a value, cut to a readable length.</summary>
    public LayerPlace WithValue(string value) =>
        this with { Value = value.Length <= LongestValue ? value : value[..LongestValue] + "…" };
}
