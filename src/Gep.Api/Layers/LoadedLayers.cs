using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Spatial.Ingest;

namespace Gep.Api.Layers;

/// <summary>A district's outline.</summary>
/// <param name="District">Its code.</param>
/// <param name="Feature">Its outline.</param>
internal sealed record DistrictOutline(DistrictCode District, LoadedFeature Feature);

/// <summary>A parcel with its ecosystem type.</summary>
/// <param name="Type">Its one ecosystem type.</param>
/// <param name="Feature">The parcel.</param>
internal sealed record EcosystemParcel(EcosystemTypeCode Type, LoadedFeature Feature);

/// <summary>Every layer of a workspace, read and checked once, for all its years.</summary>
/// <param name="Districts">Outlines in order of their codes.</param>
/// <param name="Parcels">Parcels of the ecosystem layers.</param>
/// <param name="Reserves">Parcels of reserves.</param>
/// <param name="Repairs">What ingest changed.</param>
internal sealed record LoadedLayers(
    ImmutableArray<DistrictOutline> Districts,
    ImmutableArray<EcosystemParcel> Parcels,
    ImmutableArray<LoadedFeature> Reserves,
    ImmutableArray<GeometryRepair> Repairs)
{
    /// <summary>The features of a layer in their order.</summary>
    public IEnumerable<LoadedFeature> FeaturesOf(string layer) => Districts
        .Select(district => district.Feature)
        .Concat(Parcels.Select(parcel => parcel.Feature))
        .Concat(Reserves)
        .Where(feature => feature.Layer.Id == layer);
}
