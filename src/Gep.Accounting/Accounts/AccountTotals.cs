using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Accounts;

/// <summary>Sums of an account. Everything but the memorandum is of booked lines only.</summary>
/// <param name="Gep">The gross ecosystem product.</param>
/// <param name="ByDistrict">By district code; every district of the extent account.</param>
/// <param name="ByService">By service code.</param>
/// <param name="ByEcosystemType">By level-1 type; the key is null for lines of no single type.</param>
/// <param name="ByGroup">Provisioning, regulating, cultural.</param>
/// <param name="Memorandum">By service code, of lines that are not part of the GEP.</param>
public sealed record AccountTotals(
    Money Gep,
    ImmutableArray<TotalOf<DistrictCode>> ByDistrict,
    ImmutableArray<TotalOf<ServiceCode>> ByService,
    ImmutableArray<TotalOf<EcosystemTypeCode?>> ByEcosystemType,
    ImmutableArray<TotalOf<ServiceGroup>> ByGroup,
    ImmutableArray<TotalOf<ServiceCode>> Memorandum)
{
    internal static AccountTotals Of(
        ImmutableArray<AccountLine> lines, IEnumerable<DistrictCode> districts, Classification classification)
    {
        var booked = lines.Where(line => line.Booked).ToImmutableArray();
        var byDistrict = booked.ToLookup(line => line.District);
        return new AccountTotals(
            Sum(booked),
            [.. districts.Select(district => new TotalOf<DistrictCode>(district, Sum(byDistrict[district])))],
            ByCode(booked),
            [.. booked.GroupBy(line => line.EcosystemType?.Level1)
                .OrderBy(group => group.Key?.ToString() ?? "", StringComparer.Ordinal)
                .Select(group => new TotalOf<EcosystemTypeCode?>(group.Key, Sum(group)))],
            [.. Enum.GetValues<ServiceGroup>().Select(group => new TotalOf<ServiceGroup>(
                group, Sum(booked.Where(line => classification.Find(line.Service)?.Group == group))))],
            ByCode(lines.Where(line => !line.Booked)));
    }

    private static ImmutableArray<TotalOf<ServiceCode>> ByCode(IEnumerable<AccountLine> lines) =>
    [
        .. lines.GroupBy(line => line.Service)
            .OrderBy(group => group.Key)
            .Select(group => new TotalOf<ServiceCode>(group.Key, Sum(group))),
    ];

    private static Money Sum(IEnumerable<AccountLine> lines) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + line.Value);
}
