namespace Gep.Accounting.Compensation;

/// <summary>The budget that carries a part of a payment, from the highest down.</summary>
public enum PayerLayer
{
    /// <summary>Central budget 中央财政.</summary>
    Central,

    /// <summary>Provincial budget 省级财政.</summary>
    Province,

    /// <summary>City budget 市级财政.</summary>
    City,

    /// <summary>Budget of the district where the line lies 区级财政.</summary>
    District,

    /// <summary>City and district together; their split is not established 市区两级.</summary>
    CityAndDistrict,

    /// <summary>Nobody established it 待定.</summary>
    Undetermined,
}
