using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>One thing that is settled: a reading of a river section, a plant, a purchase, an entry of a
/// ledger.</summary>
/// <param name="Id">Its number, once in a scheme and year.</param>
/// <param name="Scheme">Scheme it is settled under.</param>
/// <param name="Year">Year of the schedule.</param>
/// <param name="District">District whose budget or people are concerned.</param>
/// <param name="Town">Town 街、乡镇; empty when the matter is between governments.</param>
/// <param name="Village">Village 村; empty when the matter is between governments.</param>
/// <param name="Payee">Who receives, or pays when the amount is negative.</param>
/// <param name="Subject">What is measured: section, plant, plot, account.</param>
/// <param name="Day">Day by whose terms it is settled.</param>
/// <param name="Measures">The measured numbers by name; units are those of the method.</param>
/// <param name="Words">The stated words by name, such as the kind of an event.</param>
/// <param name="Certificate">Number of the verification; null when there is none.</param>
/// <param name="Place">File and line.</param>
public sealed record SettlementItem(
    string Id,
    SchemeCode Scheme,
    AccountingYear Year,
    DistrictCode District,
    string Town,
    string Village,
    string Payee,
    string Subject,
    DateOnly Day,
    ImmutableSortedDictionary<string, decimal> Measures,
    ImmutableSortedDictionary<string, string> Words,
    string? Certificate,
    string Place)
{
    /// <summary>The largest measured number of either sign: a misplaced decimal point beyond it.</summary>
    public const decimal MeasureMax = 1e12m;
}
