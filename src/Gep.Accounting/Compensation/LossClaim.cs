using Gep.Accounting.Codes;

namespace Gep.Accounting.Compensation;

/// <summary>A loss that one payee suffered and an office verified.</summary>
/// <param name="Id">Number of the claim, once in a scheme and year.</param>
/// <param name="Scheme">Scheme it is claimed under.</param>
/// <param name="Year">Year it is claimed for.</param>
/// <param name="District">District.</param>
/// <param name="Town">Town 街、乡镇.</param>
/// <param name="Village">Village 村.</param>
/// <param name="Payee">Who suffered it.</param>
/// <param name="Parcel">Plot it happened on.</param>
/// <param name="Crop">What was lost.</param>
/// <param name="DamagedMu">Damaged area [mu].</param>
/// <param name="LossDay">Day of the loss.</param>
/// <param name="VerifiedLossYuan">Loss that the office verified [yuan].</param>
/// <param name="Certificate">Number of the verification; null when there is none.</param>
/// <param name="VerifiedOn">Day of the verification; null when there is none.</param>
/// <param name="Place">File and line.</param>
public sealed record LossClaim(
    string Id,
    SchemeCode Scheme,
    AccountingYear Year,
    DistrictCode District,
    string Town,
    string Village,
    string Payee,
    string Parcel,
    string Crop,
    decimal DamagedMu,
    DateOnly LossDay,
    decimal VerifiedLossYuan,
    string? Certificate,
    DateOnly? VerifiedOn,
    string Place)
{
    /// <summary>The largest loss, more than a city's whole budget for it [yuan].</summary>
    public const decimal LossYuanMax = 1e9m;

    /// <summary>Whether loss and area are ones that a claim can have.</summary>
    public bool IsPossible =>
        VerifiedLossYuan is >= 0 and <= LossYuanMax && DamagedMu is >= 0 and <= RegisterParcel.AreaMuMax;
}
