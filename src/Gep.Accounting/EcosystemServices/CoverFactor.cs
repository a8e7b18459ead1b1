using System.Collections.Immutable;

namespace Gep.Accounting.EcosystemServices;

/// <summary>植被覆盖因子: C in the soil equation.</summary>
public static class CoverFactor
{
    /// <summary>At this cover [%] and below the ground is bare.</summary>
    private const double BareUntil = 0.1;

    /// <summary>From this cover [%] nothing erodes.</summary>
    private const double FullFrom = 78.3;

    /// <summary>Upper ends [%] of the classes of cover; the last class has none.</summary>
    private static readonly ImmutableArray<double> ClassEnds = [10, 30, 50, 70, 90];

    private static readonly ImmutableArray<double> ForestClasses = [0.10, 0.08, 0.06, 0.02, 0.004, 0.001];
    private static readonly ImmutableArray<double> ShrubClasses = [0.40, 0.22, 0.14, 0.085, 0.04, 0.011];
    private static readonly ImmutableArray<double> GrassClasses = [0.45, 0.24, 0.15, 0.09, 0.043, 0.011];

    /// <summary>C of a cover by Cai Chongfa.</summary>
    /// <remarks>
    /// <c>C = 0.6508 − 0.3436 · lg f</c>, 1 up to 0.1 % and 0 from 78.3 %. f cover [%]. Papers misprint
    /// 0.3464. Source: [RUSLE-C].
    /// </remarks>
    public static double OfCover(double coverPerCent) =>
        coverPerCent <= BareUntil ? 1.0
        : coverPerCent >= FullFrom ? 0.0
        : 0.6508 - (0.3436 * Math.Log10(coverPerCent));

    /// <summary>Cover from the vegetation index.</summary>
    /// <remarks><c>f = 100 · (N − N₅) / (N₉₅ − N₅)</c> [%], clamped to 0…100. Source: [RUSLE-C].</remarks>
    public static double CoverPerCent(double index, double index5, double index95) =>
        Math.Clamp(100.0 * (index - index5) / (index95 - index5), 0.0, 100.0);

    /// <summary>C of forest by class of cover. Source: [METHODS] §5 R2, from memory.</summary>
    public static double OfForest(double coverPerCent) => ForestClasses[ClassOf(coverPerCent)];

    /// <summary>C of shrub by class of cover. Source: [METHODS] §5 R2, from memory.</summary>
    public static double OfShrub(double coverPerCent) => ShrubClasses[ClassOf(coverPerCent)];

    /// <summary>C of grass by class of cover. Source: [METHODS] §5 R2, from memory.</summary>
    public static double OfGrass(double coverPerCent) => GrassClasses[ClassOf(coverPerCent)];

    /// <summary>C of dry cropland.</summary>
    /// <remarks><c>C = 0.221 − 0.595 · lg f</c>, at most 1. f cover as a share. Source: [METHODS] §5
    /// R2.</remarks>
    public static double OfDryCropland(double coverShare) =>
        coverShare <= 0 ? 1.0 : Math.Clamp(0.221 - (0.595 * Math.Log10(coverShare)), 0.0, 1.0);

    private static int ClassOf(double coverPerCent) => ClassEnds.Count(end => coverPerCent >= end);
}
