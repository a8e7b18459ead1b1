using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;

namespace Gep.Accounting.Compensation;

/// <summary>A payment line before it has its number.</summary>
internal sealed record DraftLine(
    DistrictCode District,
    string Town,
    string Village,
    string Payee,
    string Parcel,
    string? Reserve,
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

    /// <summary>Numbers beside the amount.</summary>
    public ImmutableArray<LineFact> Facts { get; init; } = [];
}
