using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Accounts;

/// <summary>GEP of a district (or the region) against its area, people and economy.</summary>
/// <param name="District">The district, or the region.</param>
/// <param name="Gep">Its gross ecosystem product.</param>
/// <param name="OfficialArea">Its official area.</param>
/// <param name="Population">Resident population; null when statistics have none.</param>
/// <param name="GdpYuan">Gross domestic product [yuan/a]; null when statistics have none.</param>
public sealed record DistrictIndicators(
    DistrictCode District, Money Gep, Area OfficialArea, decimal? Population, decimal? GdpYuan)
{
    /// <summary>GEP per area [yuan/km²]; null without area.</summary>
    public decimal? YuanPerSquareKilometre =>
        OfficialArea.SquareMetres > 0 ? Gep.Yuan / (decimal)OfficialArea.SquareKilometres : null;

    /// <summary>GEP per head [yuan/person].</summary>
    public decimal? YuanPerHead => Population > 0 ? Gep.Yuan / Population : null;

    /// <summary>GEP over GDP (GGI) [1].</summary>
    public decimal? GepToGdp => GdpYuan > 0 ? Gep.Yuan / GdpYuan : null;
}
