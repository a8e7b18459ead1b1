using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Waters;

namespace Gep.DrawWuhan.Output;

/// <summary>
/// The layers beside the districts, strongest first: the order in which they own overlapping ground.
/// </summary>
internal static class LayerList
{
    private const string Parcel =
        "id: id, type: type, district: district, validFrom: valid_from, validTo: valid_to";

    /// <summary>All layers with their features; the reserves last, since they own no ground.</summary>
    public static Layer[] Of(
        ParcelLayers parcels, RiverStretch[] rivers, PlacedShape[] lakes, Feature[] reserves) =>
    [
        new("rivers", "河流", "Rivers", "ecosystem", LayerFiles.Collection, "§6", "medium",
            "id: id, type: type, name: name, validFrom: valid_from, validTo: valid_to",
            ParcelLayers.Rivers(rivers)),
        new("lakes", "湖泊", "Lakes", "ecosystem", LayerFiles.Collection, "§3", "medium",
            "id: id, type: type, name: name, district: district, wholeAreaSquareKilometres: whole_area_km2, "
            + "validFrom: valid_from, validTo: valid_to",
            parcels.Lakes(lakes)),
        new("wetlands", "湿地", "Wetlands", "ecosystem", LayerFiles.LinesByDistrict, "§1 and §4", "low", Parcel,
            parcels.Parcels("WET/", "WET")),
        new("forests", "森林", "Forests", "ecosystem", LayerFiles.LinesByDistrict, "§5", "low",
            "id: id, type: type, district: district, town: town, village: village, payee: payee, "
            + "ownership: ownership, grade: grade, registerAreaMu: register_area_mu, validFrom: valid_from, "
            + "validTo: valid_to",
            parcels.Parcels("FOR/", "FOR")),
        new("shrubs", "灌丛", "Shrubs", "ecosystem", LayerFiles.Lines, "drawn", "low", Parcel,
            parcels.Parcels("SHR/", "SHR")),
        new("grassland", "草地", "Grassland", "ecosystem", LayerFiles.Lines, "drawn", "low", Parcel,
            parcels.Parcels("GRA/", "GRA")),
        new("urban-green", "城市绿地", "Urban green", "ecosystem", LayerFiles.Lines, "drawn", "low", Parcel,
            parcels.Parcels("URB", "URB")),
        new("cropland", "农田", "Cropland", "ecosystem", LayerFiles.LinesByDistrict, "drawn", "low", Parcel,
            parcels.Parcels("CRO/", "CRO")),
        new("reserves", "湿地保护区与湿地公园", "Wetland reserves and parks", "reserves", LayerFiles.Collection,
            "§4", "low",
            "id: id, reserve: reserve, zone: zone, grade: grade, district: district, town: town, "
            + "village: village, payee: payee, registerAreaMu: register_area_mu",
            reserves),
    ];
}
