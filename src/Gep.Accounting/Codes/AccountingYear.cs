using System.Globalization;

namespace Gep.Accounting.Codes;

/// <summary>The calendar year an account or a schedule is for.</summary>
public readonly record struct AccountingYear : IComparable<AccountingYear>
{
    private const int Earliest = 1949;
    private const int Latest = 2100;

    private AccountingYear(int number) => Number = number;

    /// <summary>The year as a number, 1949 to 2100.</summary>
    public int Number { get; }

    /// <summary>1 January.</summary>
    public DateOnly FirstDay => new(Number, 1, 1);

    /// <summary>31 December: the day on which the values in force are taken for the year's account.</summary>
    public DateOnly LastDay => new(Number, 12, 31);

    /// <summary>Number of days, 365 or 366.</summary>
    public int Days => DateTime.IsLeapYear(Number) ? 366 : 365;

    /// <summary>Parses a year from 1949 to 2100.</summary>
    public static bool TryParse(string? text, out AccountingYear year)
    {
        bool isYear = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= Earliest and <= Latest;
        year = isYear ? new AccountingYear(number) : default;
        return isYear;
    }

    /// <summary>
    /// The year of that number; throws <see cref="ArgumentOutOfRangeException"/> outside 1949–2100.
    /// </summary>
    public static AccountingYear Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Latest);
        return new AccountingYear(number);
    }

    /// <inheritdoc/>
    public int CompareTo(AccountingYear other) => Number.CompareTo(other.Number);

    /// <summary>Four digits.</summary>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
