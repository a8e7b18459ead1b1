using System.Globalization;
using Gep.Accounting.Classifications;
using Gep.Accounting.Measures;
using Gep.Api.Workspaces;
using Gep.Spatial.Coverages;

namespace Gep.Api.Layers;

/// <summary>Checks that the districts tile their city and have their official areas.</summary>
internal static class DistrictCoverage
{
    /// <summary>
    /// A district's measured area may differ from its official one by this share without a warning.
    /// </summary>
    private const double OfficialAreaTolerance = 1e-6;

    /// <summary>Adds a problem for each overlap, gap, unmatched edge and unofficial area.</summary>
    public static void Check(LoadedLayers layers, Classification classification, ProblemList problems)
    {
        problems.AddAll(Examine(layers).Problems.Select(FileIngest.View));
        foreach (var outline in layers.Districts)
        {
            double measured = outline.Feature.Feature.SquareMetres;
            double official = classification.Find(outline.District)!.OfficialArea.SquareMetres;
            if (Math.Abs(measured - official) <= OfficialAreaTolerance * official) continue;
            string measuredText = Text(measured), officialText = Text(official);
            problems.Warn(WorkspaceProblemCode.DistrictAreaDiffers, outline.Feature.Place,
                new($"量算面积 {measuredText} km²，官方面积 {officialText} km²。",
                    $"Measured {measuredText} km², official {officialText} km²."),
                new("请核对界线或 districts.csv 的官方面积。",
                    "Check the outline or the official area in districts.csv."));
        }
    }

    /// <summary>Overlaps, gaps and unmatched edges, with their places.</summary>
    public static CoverageReport Examine(LoadedLayers layers) => CoverageCheck.Examine(
        layers.Districts.FirstOrDefault()?.Feature.File ?? "layers",
        layers.Districts.Select(outline =>
            new CoverageZone(outline.District.ToString(), outline.Feature.Feature.Geometry)));

    private static string Text(double squareMetres) => Area.FromSquareMetres(squareMetres).SquareKilometres
        .ToString("F4", CultureInfo.InvariantCulture);
}
