using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Households;

/// <summary>Splits the lines of a schedule between the households of their parcels.</summary>
/// <remarks>
/// Largest remainder by weight, for the amount in fen and for the area in hundredths of a mu; ties to the
/// entry that comes first. A line whose parcel has no household stays whole. Source: [COMPENSATION] §4.5,
/// §5.1.
/// </remarks>
public static class HouseholdList
{
    /// <summary>The list, in order of the lines and of the register's ids; adds up to the schedule.</summary>
    public static ImmutableArray<HouseholdLine> Of(
        Schedule schedule, string layer, IEnumerable<HouseholdShare> households)
    {
        var byParcel = households
            .Where(household => household.Layer == layer)
            .OrderBy(household => household.Id, StringComparer.Ordinal)
            .ToLookup(household => household.Parcel, StringComparer.Ordinal);
        var list = ImmutableArray.CreateBuilder<HouseholdLine>();
        foreach (var line in schedule.Lines)
        {
            ImmutableArray<HouseholdShare> shares = [.. byParcel[line.Parcel]];
            decimal[] weights = [.. shares.Select(share => share.Weight)];
            if (!PaymentSplit.TrySplit(line.Amount, weights, out var amounts))
            {
                list.Add(new HouseholdLine(list.Count + 1, line, null, line.AreaMu, line.Amount));
                continue;
            }
            var areas = AreasOf(line.AreaMu, weights);
            for (int share = 0; share < shares.Length; share++)
            {
                decimal? area = areas.IsEmpty ? null : areas[share];
                list.Add(new HouseholdLine(
                    list.Count + 1, line, shares[share], area, amounts[share].Amount));
            }
        }
        return list.ToImmutable();
    }

    /// <summary>Hundredths of a mu are split like fen; a finer area stays with the first household.</summary>
    private static ImmutableArray<decimal> AreasOf(decimal? areaMu, decimal[] weights)
    {
        if (areaMu is not { } area) return [];
        var hundredths = Money.FromExactYuan(area);
        if (!PaymentSplit.TrySplit(hundredths, weights, out var parts)) return [];
        decimal finer = area - hundredths.Yuan;
        return [.. parts.Select((part, index) => part.Amount.Yuan + (index == 0 ? finer : 0))];
    }
}
