namespace Gep.Accounting.Compensation;

/// <summary>
/// What is protected: the categories of art. 9 of the compensation regulation ([ECOCOMP2024]).
/// </summary>
public enum CompensatedElement
{
    /// <summary>Forest 森林.</summary>
    Forest,

    /// <summary>Grassland 草原.</summary>
    Grassland,

    /// <summary>Wetland 湿地.</summary>
    Wetland,

    /// <summary>Desert 荒漠.</summary>
    Desert,

    /// <summary>Ocean 海洋.</summary>
    Ocean,

    /// <summary>Rivers and water flow 水流.</summary>
    WaterFlow,

    /// <summary>Cultivated land 耕地.</summary>
    CultivatedLand,

    /// <summary>Others 其他, such as wild animals, air and carbon.</summary>
    Other,
}
