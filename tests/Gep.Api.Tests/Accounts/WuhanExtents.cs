using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;

namespace Gep.Api.Tests.Accounts;

/// <summary>
/// Rounded extents of Wuhan with the published forest and wetland totals, for tests without layers.
/// </summary>
internal static class WuhanExtents
{
    /// <summary>
    /// District, official km², then forest, wetland, cropland, urban green, lakes among the wetland [km²].
    /// </summary>
    private static readonly (
        string Code, double Area, double Forest, double Wetland, double Cropland, double Urban,
        double Lakes)[]
        Districts =
        [
            ("420102", 80.28, 1, 15, 5, 12, 0.5),
            ("420103", 28.29, 0, 2, 0, 4, 0.5),
            ("420104", 40.06, 0, 4, 0, 5, 0.7),
            ("420105", 111.54, 3, 25, 5, 14, 12),
            ("420106", 64.58, 3, 20, 0, 10, 14),
            ("420107", 57.12, 2, 12, 4, 8, 3),
            ("420111", 573.28, 60, 120, 120, 40, 80),
            ("420112", 495.34, 20, 110, 210, 15, 20),
            ("420113", 287.05, 10, 60, 140, 6, 6),
            ("420114", 1093.17, 130, 260, 480, 10, 90),
            ("420115", 2018.31, 300, 450.61, 850, 12, 330),
            ("420116", 2256.70, 520.333333333333, 290, 1000, 9, 90),
            ("420117", 1463.43, 198, 256, 750, 5, 60),
        ];

    public static ExtentTable Table()
    {
        var districts = new List<DistrictExtent>();
        var extents = new List<EcosystemExtent>();
        var bodies = new List<WaterBody>();
        foreach (var one in Districts)
        {
            var code = District(one.Code);
            var parts = Parts(code, one).Where(extent => extent.Area.SquareMetres > 0).ToImmutableArray();
            double covered = parts.Sum(extent => extent.Area.SquareMetres);
            var area = Area.FromSquareKilometres(one.Area);
            extents.AddRange(parts);
            districts.Add(
                new DistrictExtent(code, area, area, Area.FromSquareMetres(area.SquareMetres - covered)));
            bodies.Add(
                new WaterBody($"lake-{one.Code}", "湖", Type("WET/lake"), Area.FromSquareKilometres(one.Lakes),
                [new WaterBodyPart(code, Area.FromSquareKilometres(one.Lakes))]));
        }
        return new ExtentTable(districts, extents, bodies);
    }

    public static DistrictCode District(string text) =>
        DistrictCode.TryParse(text, out var code) ? code : throw new ArgumentException(text, nameof(text));

    public static EcosystemTypeCode Type(string text) =>
        EcosystemTypeCode.TryParse(text, out var code)
            ? code
            : throw new ArgumentException(text, nameof(text));

    private static IEnumerable<EcosystemExtent> Parts(
        DistrictCode code,
        (string Code, double Area, double Forest, double Wetland, double Cropland, double Urban,
            double Lakes) one)
    {
        EcosystemExtent Of(string type, double squareKilometres) =>
            new(code, Type(type), Area.FromSquareKilometres(squareKilometres), 10);
        double otherWater = one.Wetland - one.Lakes;
        return
        [
            Of("FOR/EBF", one.Forest * 0.2), Of("FOR/DBF", one.Forest * 0.3), Of("FOR/ENF", one.Forest * 0.3),
            Of("FOR/MF", one.Forest * 0.15), Of("FOR/bamboo", one.Forest * 0.05),
            Of("WET/lake", one.Lakes), Of("WET/river", otherWater * 0.4), Of("WET/pond", otherWater * 0.25),
            Of("WET/aquaculture", otherWater * 0.15), Of("WET/marsh", otherWater * 0.2),
            Of("CRO/paddy", one.Cropland * 0.6), Of("CRO/dry", one.Cropland * 0.35),
            Of("CRO/orchard", one.Cropland * 0.05),
            Of("URB/park", one.Urban), Of("GRA/tussock", one.Forest * 0.05),
        ];
    }
}
