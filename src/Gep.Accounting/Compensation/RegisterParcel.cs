using Gep.Accounting.Codes;

namespace Gep.Accounting.Compensation;

/// <summary>A parcel of a register, as its layer gives it for one year.</summary>
/// <param name="Id">Its id in the layer.</param>
/// <param name="Layer">The layer: <c>forests</c>, <c>wetlands</c>.</param>
/// <param name="District">District that administers it.</param>
/// <param name="Town">Town 街、乡镇; empty when the layer has none.</param>
/// <param name="Village">Village 村; empty when the layer has none.</param>
/// <param name="Payee">Who is paid for it.</param>
/// <param name="Ownership">Ownership 权属, as in the register.</param>
/// <param name="Grade">Grade of forest or reserve 等级, as in the register.</param>
/// <param name="Reserve">Reserve it belongs to.</param>
/// <param name="Zone">Zone of the reserve 功能区, as in the register.</param>
/// <param name="RegisterAreaMu">Area of the register [mu]: what is paid for.</param>
/// <param name="GeometryAreaMu">Area of its polygon on the ellipsoid [mu]: what the register is checked
/// against.</param>
/// <param name="EcosystemType">Its ecosystem type; null when unknown.</param>
/// <param name="Place">File and feature it was read from.</param>
public sealed record RegisterParcel(
    string Id,
    string Layer,
    DistrictCode District,
    string Town,
    string Village,
    string Payee,
    string? Ownership,
    string? Grade,
    string? Reserve,
    string? Zone,
    decimal RegisterAreaMu,
    double GeometryAreaMu,
    EcosystemTypeCode? EcosystemType,
    string Place)
{
    /// <summary>The largest area a parcel can have, more than a city [mu].</summary>
    public const decimal AreaMuMax = 1e8m;

    /// <summary>Whether the register area is one that a parcel can have.</summary>
    public bool HasPossibleArea => RegisterAreaMu is >= 0 and <= AreaMuMax;

    /// <summary>The value of an attribute; null when the register has none.</summary>
    public string? Find(RegisterField field)
    {
        string? value = field switch
        {
            RegisterField.Grade => Grade,
            RegisterField.Zone => Zone,
            RegisterField.Ownership => Ownership,
            RegisterField.Reserve => Reserve,
        };
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
