namespace Gep.Accounting.Parameters;

/// <summary>What a unit value pays for.</summary>
public enum PriceMode
{
    /// <summary>The yearly flow: a market price, a tax rate, a yearly cost.</summary>
    Annual,

    /// <summary>
    /// The whole stock, such as the construction cost of a reservoir; booked each year by practice.
    /// </summary>
    Stock,
}
