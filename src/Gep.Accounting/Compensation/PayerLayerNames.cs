using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>What the layers are called.</summary>
public static class PayerLayerNames
{
    /// <summary>The name of a layer in both languages.</summary>
    public static BilingualText NameOf(PayerLayer layer) => layer switch
    {
        PayerLayer.Central => new("中央", "central"),
        PayerLayer.Province => new("省级", "province"),
        PayerLayer.City => new("市级", "city"),
        PayerLayer.District => new("区级", "district"),
        PayerLayer.CityAndDistrict => new("市区两级（分担未定）", "city and district (split not established)"),
        PayerLayer.Undetermined => new("待定", "undetermined"),
    };

    /// <summary>Whether the layer stands for payers whose shares nobody established.</summary>
    public static bool IsUnestablished(PayerLayer layer) =>
        layer is PayerLayer.CityAndDistrict or PayerLayer.Undetermined;
}
