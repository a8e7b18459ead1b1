using System.Diagnostics.CodeAnalysis;

namespace Gep.Accounting.Codes;

/// <summary>
/// An ecosystem service by its code, such as <c>water-conservation</c>, ordered by its text.
/// </summary>
public readonly record struct ServiceCode : IComparable<ServiceCode>
{
    private const int LengthMax = 40;

    private readonly string? text;

    private ServiceCode(string text) => this.text = text;

    /// <summary>水源涵养, R1.</summary>
    public static ServiceCode WaterConservation { get; } = new("water-conservation");

    /// <summary>土壤保持, R2.</summary>
    public static ServiceCode SoilRetention { get; } = new("soil-retention");

    /// <summary>洪水调蓄, R5.</summary>
    public static ServiceCode FloodMitigation { get; } = new("flood-mitigation");

    /// <summary>空气净化, R6.</summary>
    public static ServiceCode AirPurification { get; } = new("air-purification");

    /// <summary>水质净化, R7.</summary>
    public static ServiceCode WaterPurification { get; } = new("water-purification");

    /// <summary>固碳, R8.</summary>
    public static ServiceCode CarbonSequestration { get; } = new("carbon-sequestration");

    /// <summary>释氧, R9.</summary>
    public static ServiceCode OxygenRelease { get; } = new("oxygen-release");

    /// <summary>气候调节, R10.</summary>
    public static ServiceCode LocalClimate { get; } = new("local-climate");

    /// <summary>农业产品, P1.</summary>
    public static ServiceCode AgriculturalProducts { get; } = new("agricultural-products");

    /// <summary>林业产品, P2.</summary>
    public static ServiceCode ForestryProducts { get; } = new("forestry-products");

    /// <summary>畜牧业产品, P3.</summary>
    public static ServiceCode LivestockProducts { get; } = new("livestock-products");

    /// <summary>渔业产品, P4.</summary>
    public static ServiceCode FisheryProducts { get; } = new("fishery-products");

    /// <summary>旅游康养, C1.</summary>
    public static ServiceCode Tourism { get; } = new("tourism");

    /// <summary>森林生态服务（公布值）: the published total of one report, spread by extent.</summary>
    public static ServiceCode PublishedForestServices { get; } = new("forest-services-published");

    /// <summary>湿地生态服务（公布值）: the published total of one report, spread by extent.</summary>
    public static ServiceCode PublishedWetlandServices { get; } = new("wetland-services-published");

    /// <summary>淡水资源, P5.</summary>
    public static ServiceCode WaterSupply { get; } = new("water-supply");

    /// <summary>生态能源, P6.</summary>
    public static ServiceCode EcologicalEnergy { get; } = new("ecological-energy");

    /// <summary>防风固沙, R3.</summary>
    public static ServiceCode SandFixation { get; } = new("sand-fixation");

    /// <summary>海岸带防护, R4.</summary>
    public static ServiceCode CoastalProtection { get; } = new("coastal-protection");

    /// <summary>噪声消减, R11.</summary>
    public static ServiceCode NoiseReduction { get; } = new("noise-reduction");

    /// <summary>负氧离子, R12.</summary>
    public static ServiceCode NegativeAirIons { get; } = new("negative-air-ions");

    /// <summary>病虫害控制, R13.</summary>
    public static ServiceCode PestControl { get; } = new("pest-control");

    /// <summary>物种保育, R14.</summary>
    public static ServiceCode SpeciesConservation { get; } = new("species-conservation");

    /// <summary>休闲游憩, C2.</summary>
    public static ServiceCode Leisure { get; } = new("leisure");

    /// <summary>景观价值, C3.</summary>
    public static ServiceCode LandscapePremium { get; } = new("landscape-premium");

    /// <summary>积累营养物质: of the forest standard GB/T 38582.</summary>
    public static ServiceCode NutrientAccumulation { get; } = new("nutrient-accumulation");

    /// <summary>当量因子法生态系统服务价值: an ESV, never part of a GEP.</summary>
    public static ServiceCode EquivalentValue { get; } = new("equivalent-value");

    /// <summary>Parses lower-case ASCII letters, digits and hyphens, at most 40.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ServiceCode code)
    {
        bool isCode = text is { Length: > 0 and <= LengthMax }
            && text.All(
                letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        code = isCode ? new ServiceCode(text!) : default;
        return isCode;
    }

    /// <inheritdoc/>
    public int CompareTo(ServiceCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The code as written.</summary>
    public override string ToString() => text ?? "";
}
