using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Accounts;

/// <summary>What an account has where a band is.</summary>
/// <param name="Band">The band.</param>
/// <param name="Value">The account's figure in the unit of the measure.</param>
/// <param name="MadeOf">Booked value by service, largest first, of a band of value.</param>
public sealed record BandResult(
    PlausibilityBand Band, double Value, ImmutableArray<TotalOf<ServiceCode>> MadeOf)
{
    /// <summary>Beyond this factor of the band a figure is refused and not only warned of.</summary>
    private const double RefusedFactor = 3.0;

    /// <summary>Whether the figure lies in the band.</summary>
    public bool IsInside => Value >= Band.Low && Value <= Band.High;

    /// <summary>Whether the figure lies beyond a third of the low or three times the high end.</summary>
    public bool IsFar => Value < Band.Low / RefusedFactor || Value > Band.High * RefusedFactor;
}
