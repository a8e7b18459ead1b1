using System.Globalization;

namespace Gep.Accounting.Measures;

/// <summary>An amount of yuan, whole fen. Made by rounding once, half away from zero.</summary>
public readonly record struct Money : IComparable<Money>
{
    private const decimal FenPerYuan = 100m;
    private const int YuanDecimals = 2;

    private Money(decimal yuan) => Yuan = yuan;

    /// <summary>0.00 yuan.</summary>
    public static Money Zero { get; } = new(0.00m);

    /// <summary>In yuan, at most two decimals.</summary>
    public decimal Yuan { get; }

    /// <summary>In fen.</summary>
    public decimal Fen => Yuan * FenPerYuan;

    /// <summary>Rounds an exact amount to the fen, half away from zero (四舍五入).</summary>
    public static Money FromExactYuan(decimal exactYuan) =>
        new(Math.Round(exactYuan, YuanDecimals, MidpointRounding.AwayFromZero));

    /// <summary>
    /// That many whole fen; throws <see cref="ArgumentException"/> for a fraction of a fen.
    /// </summary>
    public static Money FromFen(decimal fen)
    {
        if (decimal.Truncate(fen) != fen)
            throw new ArgumentException($"{fen} is no whole number of fen.", nameof(fen));
        return new Money(fen / FenPerYuan);
    }

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Yuan + right.Yuan);

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(left.Yuan - right.Yuan);

    /// <summary>The same amount the other way.</summary>
    public static Money operator -(Money amount) => new(-amount.Yuan);

    /// <summary>Whether the left amount is less.</summary>
    public static bool operator <(Money left, Money right) => left.Yuan < right.Yuan;

    /// <summary>Whether the left amount is more.</summary>
    public static bool operator >(Money left, Money right) => left.Yuan > right.Yuan;

    /// <summary>Whether the left amount is less or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Yuan <= right.Yuan;

    /// <summary>Whether the left amount is more or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Yuan >= right.Yuan;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    /// <summary>Yuan with two decimals and no group signs, as JSON carries it: <c>44500000.00</c>.</summary>
    public override string ToString() => Yuan.ToString("F2", CultureInfo.InvariantCulture);
}
