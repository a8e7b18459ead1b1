namespace Gep.Api.Layers;

/// <summary>What a layer is for.</summary>
internal enum LayerRole
{
    /// <summary>The districts: the coverage every area is reported by.</summary>
    Districts,

    /// <summary>Parcels with an ecosystem type; part of the extent.</summary>
    Ecosystem,

    /// <summary>Parcels of nature reserves by zone; what schemes pay on, no part of the extent.</summary>
    Reserves,
}
