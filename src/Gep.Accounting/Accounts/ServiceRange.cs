using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Accounts;

/// <summary>Low, central and high value of a booked service: table T13.</summary>
/// <remarks>The ends are sums of the lines' ends: an error of a parameter is the same in every
/// district.</remarks>
/// <param name="Service">The service.</param>
/// <param name="Low">Sum of the low ends.</param>
/// <param name="Central">Its value.</param>
/// <param name="High">Sum of the high ends.</param>
/// <param name="Grade">The worst grade of its lines.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="LowConfidenceLines">Lines that rest on an input of low confidence.</param>
public sealed record ServiceRange(
    ServiceCode Service, Money Low, Money Central, Money High, QualityGrade Grade, int Lines,
    int LowConfidenceLines)
{
    /// <summary>The ranges of an account's booked services, by code.</summary>
    public static ImmutableArray<ServiceRange> Of(GepAccount account) =>
    [
        .. account.Lines.Where(line => line.Booked)
            .GroupBy(line => line.Service)
            .OrderBy(group => group.Key)
            .Select(group => Of(group.Key, [.. group])),
    ];

    private static ServiceRange Of(ServiceCode service, ImmutableArray<AccountLine> lines)
    {
        var ranges = lines.Select(ValueRange.Of).ToImmutableArray();
        return new ServiceRange(
            service, Sum(ranges.Select(range => range.Low)), Sum(ranges.Select(range => range.Central)),
            Sum(ranges.Select(range => range.High)), ranges.Max(range => range.Grade), lines.Length,
            lines.Count(line => line.Flags.Contains(AccountFlag.LowConfidence)));
    }

    private static Money Sum(IEnumerable<Money> values) =>
        values.Aggregate(Money.Zero, (sum, value) => sum + value);
}
