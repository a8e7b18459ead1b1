using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;

namespace Gep.Accounting.Compensation;

/// <summary>One payment to one payee for one parcel or claim.</summary>
/// <param name="Line">Its number in the schedule, from 1.</param>
/// <param name="Id">Its id in the workspace: <c>WH-PBF:2019:000123</c>.</param>
/// <param name="District">District.</param>
/// <param name="Town">Town 街、乡镇; empty when unknown.</param>
/// <param name="Village">Village 村; empty when unknown.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Parcel">Parcel or plot it is for.</param>
/// <param name="AreaMu">Area [mu]: paid for, or damaged; null when the rule has none.</param>
/// <param name="Rate">Sum of the layers' rates [yuan/mu/a]; null when the rule has none.</param>
/// <param name="Amount">What is paid.</param>
/// <param name="Payers">Who carries it; adds up to the amount.</param>
/// <param name="Trace">How the amount came about.</param>
public sealed record PaymentLine(
    int Line,
    string Id,
    DistrictCode District,
    string Town,
    string Village,
    string Payee,
    string Parcel,
    decimal? AreaMu,
    decimal? Rate,
    Money Amount,
    ImmutableArray<PayerShare> Payers,
    TraceNode Trace)
{
    /// <summary>Ownership of the parcel, as in the register; null where there is none.</summary>
    public string? Ownership { get; init; }

    /// <summary>Grade of the parcel, as in the register; null where there is none.</summary>
    public string? Grade { get; init; }

    /// <summary>Numbers beside the amount, such as gross income; usually none.</summary>
    public ImmutableArray<LineFact> Facts { get; init; } = [];
}
