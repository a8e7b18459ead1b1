using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>
/// The ecosystem types that methods name: level 1 and the wetland types. Source: [METHODS] §2.1.
/// </summary>
internal static class NationalTypes
{
    public static EcosystemTypeCode Forest { get; } = Of("FOR");

    public static EcosystemTypeCode Shrub { get; } = Of("SHR");

    public static EcosystemTypeCode Grassland { get; } = Of("GRA");

    public static EcosystemTypeCode Wetland { get; } = Of("WET");

    public static EcosystemTypeCode Cropland { get; } = Of("CRO");

    public static EcosystemTypeCode Orchard { get; } = Of("CRO/orchard");

    public static EcosystemTypeCode UrbanGreen { get; } = Of("URB");

    public static EcosystemTypeCode Marsh { get; } = Of("WET/marsh");

    public static EcosystemTypeCode Lake { get; } = Of("WET/lake");

    public static EcosystemTypeCode Reservoir { get; } = Of("WET/reservoir");

    public static EcosystemTypeCode Pond { get; } = Of("WET/pond");

    public static EcosystemTypeCode Aquaculture { get; } = Of("WET/aquaculture");

    public static EcosystemTypeCode River { get; } = Of("WET/river");

    public static EcosystemTypeCode Coastal { get; } = Of("WET/coastal");

    public static EcosystemTypeCode Bare { get; } = Of("BAR");

    private static EcosystemTypeCode Of(string text) =>
        EcosystemTypeCode.TryParse(text, out var code)
            ? code
            : throw new ArgumentException(text, nameof(text));
}
