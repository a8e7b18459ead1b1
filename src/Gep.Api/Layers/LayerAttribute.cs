namespace Gep.Api.Layers;

/// <summary>
/// What an attribute of a layer can mean to this service; layers.yaml says which column holds it.
/// </summary>
internal enum LayerAttribute
{
    /// <summary>Identifies a feature within its layer.</summary>
    Id,

    /// <summary>Ecosystem type code of a parcel.</summary>
    Type,

    /// <summary>Name, as of a lake.</summary>
    Name,

    /// <summary>English name.</summary>
    NameEnglish,

    /// <summary>
    /// Division code: of the feature itself in a district layer, of the register elsewhere.
    /// </summary>
    Code,

    /// <summary>Division code of the district a parcel is registered in.</summary>
    District,

    /// <summary>Official area of a district [km²].</summary>
    OfficialAreaSquareKilometres,

    /// <summary>Area of a whole water body that reaches beyond the city [km²].</summary>
    WholeAreaSquareKilometres,

    /// <summary>First year in which the feature is there.</summary>
    ValidFrom,

    /// <summary>First year in which it is no longer there.</summary>
    ValidTo,

    /// <summary>What became of the ground, where it was converted.</summary>
    Conversion,

    /// <summary>Town of the register.</summary>
    Town,

    /// <summary>Village of the register.</summary>
    Village,

    /// <summary>Who is paid.</summary>
    Payee,

    /// <summary>Ownership of a forest.</summary>
    Ownership,

    /// <summary>Grade of a public-benefit forest or of a reserve.</summary>
    Grade,

    /// <summary>Name of a reserve.</summary>
    Reserve,

    /// <summary>Zone of a reserve.</summary>
    Zone,

    /// <summary>Payable area of the register [mu].</summary>
    RegisterAreaMu,
}
