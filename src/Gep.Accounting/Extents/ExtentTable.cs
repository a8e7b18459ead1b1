using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Extents;

/// <summary>
/// The extent account of a region: districts, ecosystem types in them, and named water bodies.
/// </summary>
public sealed class ExtentTable
{
    private readonly Dictionary<(DistrictCode, EcosystemTypeCode), EcosystemExtent> byKey;
    private readonly Dictionary<DistrictCode, DistrictExtent> byDistrict;
    private readonly ILookup<DistrictCode, EcosystemExtent> inDistrict;

    /// <summary>
    /// A table; the order of the arguments' items does not matter. Throws <see cref="ArgumentException"/>
    /// when a district, a type of a district or a water body stands twice, or an area is negative or not
    /// finite.
    /// </summary>
    public ExtentTable(
        IEnumerable<DistrictExtent> districts,
        IEnumerable<EcosystemExtent> extents,
        IEnumerable<WaterBody> waterBodies)
    {
        Districts = [.. districts.OrderBy(district => district.District)];
        Extents = [.. extents.OrderBy(extent => extent.District).ThenBy(extent => extent.Type)];
        WaterBodies = [.. waterBodies
            .Select(body => body with { Parts = [.. body.Parts.OrderBy(part => part.District)] })
            .OrderBy(body => body.Id, StringComparer.Ordinal)];
        if (Extents.Any(
            extent => !(extent.Area.SquareMetres >= 0) || double.IsInfinity(extent.Area.SquareMetres)))
            throw new ArgumentException("An extent is negative or not finite.", nameof(extents));
        byDistrict = Districts.ToDictionary(district => district.District);
        inDistrict = Extents.ToLookup(extent => extent.District);
        byKey = Extents.ToDictionary(extent => (extent.District, extent.Type));
        if (WaterBodies.DistinctBy(body => body.Id).Count() != WaterBodies.Length)
            throw new ArgumentException("A water body stands twice.", nameof(waterBodies));
        if (Extents.Any(extent => !byDistrict.ContainsKey(extent.District)))
            throw new ArgumentException("An extent lies in no district of the table.", nameof(extents));
    }

    /// <summary>The districts by code.</summary>
    public ImmutableArray<DistrictExtent> Districts { get; }

    /// <summary>The extents by district and type.</summary>
    public ImmutableArray<EcosystemExtent> Extents { get; }

    /// <summary>The named water bodies by id.</summary>
    public ImmutableArray<WaterBody> WaterBodies { get; }

    /// <summary>The extent of a type in a district, or null.</summary>
    public EcosystemExtent? Find(DistrictCode district, EcosystemTypeCode type) =>
        byKey.GetValueOrDefault((district, type));

    /// <summary>A district, or null.</summary>
    public DistrictExtent? FindDistrict(DistrictCode district) => byDistrict.GetValueOrDefault(district);

    /// <summary>The extents of a district, by type.</summary>
    public IEnumerable<EcosystemExtent> In(DistrictCode district) => inDistrict[district];

    /// <summary>Area in a district of the named water bodies of a type and every type under it.</summary>
    public Area NamedWithin(DistrictCode district, EcosystemTypeCode type)
    {
        var sum = Area.Zero;
        var bodies = WaterBodies.Where(body => body.Type.IsWithin(type));
        foreach (var part in bodies.SelectMany(body => body.Parts))
        {
            if (part.District == district) sum += part.Area;
        }
        return sum;
    }

    /// <summary>Area in a district of a type and every type under it.</summary>
    public Area AreaWithin(DistrictCode district, EcosystemTypeCode type)
    {
        var sum = Area.Zero;
        foreach (var extent in In(district))
        {
            if (extent.Type.IsWithin(type)) sum += extent.Area;
        }
        return sum;
    }
}
