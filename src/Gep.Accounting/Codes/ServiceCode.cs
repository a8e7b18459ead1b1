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
