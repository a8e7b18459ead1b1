using System.Collections.Immutable;

namespace Gep.Accounting.Seea;

/// <summary>One ecosystem type of the extent account. Source: [SEEA] table 4.1.</summary>
/// <param name="EcosystemType">The type.</param>
/// <param name="Opening">Opening extent.</param>
/// <param name="Additions">What came from other types.</param>
/// <param name="Reductions">What went to other types.</param>
public sealed record ExtentAccountRow(
    string EcosystemType, double Opening, double Additions, double Reductions)
{
    /// <summary>Additions less reductions.</summary>
    public double NetChange => Additions - Reductions;

    /// <summary>Closing extent.</summary>
    public double Closing => Opening + NetChange;

    /// <summary>The account of opening extents and conversions between types.</summary>
    /// <param name="opening">Opening extent by type.</param>
    /// <param name="conversions">Area by opening and closing type.</param>
    public static ImmutableArray<ExtentAccountRow> Of(
        ImmutableSortedDictionary<string, double> opening,
        IReadOnlyCollection<(string From, string To, double Area)> conversions) =>
    [
        .. opening.Select(type => new ExtentAccountRow(
            type.Key, type.Value,
            conversions.Where(one => one.To == type.Key && one.From != type.Key).Sum(one => one.Area),
            conversions.Where(one => one.From == type.Key && one.To != type.Key).Sum(one => one.Area))),
    ];
}
