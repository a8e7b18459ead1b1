namespace Gep.Spatial.Ingest;

/// <summary>What ingest changed in one geometry.</summary>
/// <param name="Feature">1-based ordinal of the feature in the file.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="WhatChinese">What was wrong, in Chinese.</param>
/// <param name="WhatEnglish">What was wrong, in English.</param>
/// <param name="Longitude">Where, longitude [°].</param>
/// <param name="Latitude">Where, latitude [°].</param>
/// <param name="SquareMetresBefore">Shells minus holes as they were drawn [m²].</param>
/// <param name="SquareMetresAfter">Area after the repair [m²].</param>
public sealed record GeometryRepair(
    long Feature,
    string FeatureId,
    string WhatChinese,
    string WhatEnglish,
    double Longitude,
    double Latitude,
    double SquareMetresBefore,
    double SquareMetresAfter)
{
    /// <summary>By how much the repair changed the area [m²], never negative.</summary>
    public double SquareMetresMoved => Math.Abs(SquareMetresAfter - SquareMetresBefore);
}
