using System.Collections.Immutable;
using System.Text.Json;
using Gep.Accounting.Problems;
using Gep.Spatial.Features;

namespace Gep.Api.Uploads;

/// <summary>What a file would make of its layer, for somebody to decide on.</summary>
/// <param name="Basis">Id of the snapshot that it was compared with.</param>
/// <param name="LayerHash">Content of the layer in that snapshot.</param>
/// <param name="Before">The layer as it is.</param>
/// <param name="After">The layer as it would be.</param>
/// <param name="Classes">The same by class, in order of their codes.</param>
/// <param name="Accounts">GEP of each year; none when the file is refused.</param>
/// <param name="RefusalCount">Findings that refuse it.</param>
/// <param name="WarningCount">Findings that somebody should look at.</param>
/// <param name="RemarkCount">Findings to know about.</param>
/// <param name="RepairCount">Geometries that were repaired.</param>
/// <param name="Findings">The findings, worst first, as many as are kept.</param>
/// <param name="ShownCount">How many features the map shows.</param>
/// <param name="Map">A FeatureCollection of the layer as it would be, thinned.</param>
/// <param name="Places">A FeatureCollection of the places of findings.</param>
internal sealed record LayerReview(
    string Basis, string LayerHash, LayerMeasure Before, LayerMeasure After,
    ImmutableArray<ClassMeasure> Classes, ImmutableArray<AccountMeasure> Accounts, int RefusalCount,
    int WarningCount, int RemarkCount, int RepairCount, ImmutableArray<LayerFinding> Findings, int ShownCount,
    JsonElement Map, JsonElement Places);

/// <summary>How much a layer is.</summary>
/// <param name="FeatureCount">Its features.</param>
/// <param name="SquareMetres">Their area [m²]; ground that two of them claim counts twice.</param>
/// <param name="Bounds">The box around them; null of nothing.</param>
internal sealed record LayerMeasure(int FeatureCount, double SquareMetres, LonLatBox? Bounds);

/// <summary>A class of a layer before and after.</summary>
/// <param name="Code">Ecosystem type, district, or zone of a reserve.</param>
/// <param name="Name">Its name; the code where it has none.</param>
/// <param name="FeaturesBefore">Features as it is.</param>
/// <param name="FeaturesAfter">Features as it would be.</param>
/// <param name="SquareMetresBefore">Area as it is [m²].</param>
/// <param name="SquareMetresAfter">Area as it would be [m²].</param>
internal sealed record ClassMeasure(
    string Code, BilingualText Name, int FeaturesBefore, int FeaturesAfter, double SquareMetresBefore,
    double SquareMetresAfter);

/// <summary>GEP of a year before and after [yuan].</summary>
/// <param name="Year">The year.</param>
/// <param name="YuanBefore">As it is.</param>
/// <param name="YuanAfter">As it would be.</param>
internal sealed record AccountMeasure(int Year, decimal YuanBefore, decimal YuanAfter);

/// <summary>Something found in a file, with its place on the ground where it has one.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Where">File, feature, field.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Feature">1-based ordinal of the feature; null when no single one is meant.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Longitude">Where [°].</param>
/// <param name="Latitude">Where [°].</param>
/// <param name="SquareMetresMoved">Area that a repair moved [m²]; null of what is no repair.</param>
internal sealed record LayerFinding(
    string Code, ProblemSeverity Severity, string Where, BilingualText Text, BilingualText Remedy,
    long? Feature, string? FeatureId, double? Longitude, double? Latitude, double? SquareMetresMoved);
