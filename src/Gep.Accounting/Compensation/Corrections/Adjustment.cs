using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Corrections;

/// <summary>A signed amount of an earlier year, paid or taken back with this year's schedule.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Year">Year with whose schedule it is paid.</param>
/// <param name="District">District.</param>
/// <param name="Payee">Who receives it, or gives it back.</param>
/// <param name="Parcel">Parcel or claim it is for.</param>
/// <param name="Payer">Budget that carries it.</param>
/// <param name="Amount">The signed amount.</param>
/// <param name="Line">Id of the line it corrects; <c>WH-WET:2019</c> where none was paid.</param>
/// <param name="Reason">Why, with the two runs it lies between.</param>
/// <param name="Place">File and line.</param>
public sealed record Adjustment(
    SchemeCode Scheme,
    AccountingYear Year,
    DistrictCode District,
    string Payee,
    string Parcel,
    PayerLayer Payer,
    Money Amount,
    string Line,
    string Reason,
    string Place)
{
    /// <summary>Its number in the register; null where it has none.</summary>
    public string? Number { get; init; }
}
