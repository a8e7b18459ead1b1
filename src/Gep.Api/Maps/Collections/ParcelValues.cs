using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;
using Gep.Api.Layers;

namespace Gep.Api.Maps.Collections;

/// <summary>What the account of a year says of each parcel.</summary>
/// <remarks>
/// <c>V = Σ a · v(d, t) / A(d, t)</c> over the parcel's pieces and the booked lines of their district d and
/// type t: a net area of the piece, A that of the type in the district [m²], v value of the line [yuan]. A
/// picture of where value lies, not a valuation of the parcel; lines of no single type are not in it.
/// </remarks>
internal sealed class ParcelValues
{
    private readonly Dictionary<LoadedFeature, (double SquareMetres, double Yuan)> byParcel =
        new(ReferenceEqualityComparer.Instance);

    private ParcelValues()
    {
    }

    /// <summary>The values of a year.</summary>
    public static ParcelValues Of(AccountRun run)
    {
        var values = new ParcelValues();
        if (run.Extents is not { } extents) return values;
        var rates = RatesOf(run, extents);
        foreach (var piece in extents.Overlay.Pieces)
        {
            var feature = extents.ParcelOf(piece).Feature;
            double yuan = piece.NetSquareMetres * rates.GetValueOrDefault((piece.Zone, piece.Class));
            var sum = values.byParcel.GetValueOrDefault(feature);
            values.byParcel[feature] =
                (sum.SquareMetres + piece.NetSquareMetres, sum.Yuan + yuan);
        }
        return values;
    }

    /// <summary>Net area [m²] and value [yuan] of a parcel; nulls in a year without it.</summary>
    public IEnumerable<object?> Of(EcosystemParcel parcel) =>
        byParcel.TryGetValue(parcel.Feature, out var sum)
            ? [ParcelCollections.SquareMetres(sum.SquareMetres), ParcelCollections.Yuan(sum.Yuan)]
            : [null, null];

    /// <summary>Value per area [yuan/m²] of each type in each district.</summary>
    private static Dictionary<(DistrictCode, EcosystemTypeCode), double> RatesOf(
        AccountRun run, LayerExtents extents)
    {
        var areas = extents.Overlay.ClassAreas.Where(area => area.NetSquareMetres > 0)
            .ToLookup(area => area.Zone);
        var rates = new Dictionary<(DistrictCode, EcosystemTypeCode), double>();
        foreach (var line in run.Report.Account.Lines.Where(line => line.Booked))
        {
            if (line.EcosystemType is not { } type) continue;
            var covered = areas[line.District].Where(area => area.Class.IsWithin(type)).ToArray();
            double squareMetres = covered.Sum(area => area.NetSquareMetres);
            foreach (var area in covered)
            {
                var key = (area.Zone, area.Class);
                double yuan = Convert.ToDouble(line.Value.Yuan, CultureInfo.InvariantCulture);
                rates[key] = rates.GetValueOrDefault(key) + yuan / squareMetres;
            }
        }
        return rates;
    }
}
