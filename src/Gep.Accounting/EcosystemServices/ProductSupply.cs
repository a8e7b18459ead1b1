using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.EcosystemServices;

/// <summary>
/// 物质供给: products of one branch, valued at the ecosystem's share of the branch's value added.
/// </summary>
public static class ProductSupply
{
    /// <summary>1 万元 is 10⁴ yuan.</summary>
    private const decimal YuanPerTenThousand = 10_000m;

    private const string Equation = "p = 10⁴ · VA · s / Q";

    /// <summary>Ecosystem's contribution per tonne of product.</summary>
    /// <remarks>
    /// <c>p = 10⁴ · VA · s / Q</c>. VA value added [10⁴ yuan/a]; s share of the ecosystem [1]; Q output
    /// [t/a]; p [yuan/t]. Source: [METHODS] §4 P1–P4, value added form.
    /// </remarks>
    public static decimal YuanPerTonne(
        decimal valueAddedTenThousandYuan, decimal ecosystemShare, decimal outputTonnes) =>
        YuanPerTenThousand * valueAddedTenThousandYuan * ecosystemShare / outputTonnes;

    /// <summary>The method of one branch.</summary>
    /// <param name="service">The service.</param>
    /// <param name="branch">Branch as statistics name it: <c>crop</c>.</param>
    /// <param name="types">Level-1 types the product comes from; the first one with extent in the district is
    /// named.</param>
    internal static ServiceMethod Of(
        ServiceCode service, string branch, ImmutableArray<EcosystemTypeCode> types) =>
            new(
        service, "value-added-share", $"{Equation}; V = Q · p", new("METHODS", "§4 P1–P4", Confidence.Medium),
        [ParameterNeed.Of("ecosystem-share", "1", 0m, 1m)],
        inputs => Quantities(inputs, branch, types));

    /// <summary>
    /// A branch at its gross output, where only its value is published; <c>V = GO</c>. Gross output holds
    /// inputs and labour, so it is an upper bound. Source: [METHODS] §4 P1–P4, gross-output form.
    /// </summary>
    internal static ServiceMethod GrossOutputOf(ServiceCode service, string branch, EcosystemTypeCode type) =>
        new(
        service, "gross-output", "Q = GO [10⁴ yuan/a]; V = Q · 10⁴",
        new("METHODS", "§4 P1–P4", Confidence.Medium), [],
        inputs => EquationLines.OfSurvey(inputs, $"{branch}-gross-output", type,
        [
            EcosystemServices.Equation.AsSurveyed(
                branch, new("产值", "gross output"), "10⁴ yuan/a", "ten-thousand-yuan"),
        ]));

    private static IEnumerable<ServiceQuantity> Quantities(
        ServiceInputs inputs, string branch, ImmutableArray<EcosystemTypeCode> types)
    {
        foreach (var district in inputs.Extents.Districts.Select(district => district.District))
        {
            var output = inputs.Statistic("Q", $"{branch}-output", district);
            var valueAdded = inputs.Statistic("VA", $"{branch}-value-added", district);
            var type = types.FirstOrDefault(
                candidate => inputs.Extents.AreaWithin(district, candidate).SquareMetres > 0, types[0]);
            var share = inputs.Parameter("s", "ecosystem-share", district, type);
            if (output is null || valueAdded is null || share is null || output.Exact is not > 0) continue;
            var extent = inputs.Extents.AreaWithin(district, type);
            if (extent.SquareMetres <= 0)
            {
                inputs.NoteWithoutExtent(district);
                continue;
            }
            decimal yuan = YuanPerTonne(valueAdded.Exact!.Value, share.Exact!.Value, output.Exact.Value);
            yield return new ServiceQuantity(
                district, branch, type, extent, output, null)
            {
                DerivedPrice = new DerivedPrice(
                    $"{branch}-value-added-share", yuan, Unit.Of("yuan/t"), Equation,
                    [valueAdded, share, output]),
            };
        }
    }
}
