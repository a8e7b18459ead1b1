using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Valuation;

namespace Gep.Accounting.Accounts;

/// <summary>Two accounts of one region: what changed, and why.</summary>
/// <param name="Opening">The earlier account, or the base.</param>
/// <param name="Closing">The later account, or the variant.</param>
/// <param name="Lines">Every line of either, by id.</param>
/// <param name="Total">The GEP.</param>
/// <param name="ByService">By service code.</param>
/// <param name="ByDistrict">By district code.</param>
/// <param name="Indices">Indices of the booked lines that stand in both; null without any.</param>
/// <param name="Matrix">Which types turned into which; null where no layers tell.</param>
/// <param name="Checks">Whether effects, indices and margins close.</param>
public sealed record AccountComparison(
    GepAccount Opening,
    GepAccount Closing,
    ImmutableArray<LineChange> Lines,
    ChangeOf<string> Total,
    ImmutableArray<ChangeOf<ServiceCode>> ByService,
    ImmutableArray<ChangeOf<DistrictCode>> ByDistrict,
    PriceQuantityIndex? Indices,
    ChangeMatrix? Matrix,
    ImmutableArray<AccountCheck> Checks);
