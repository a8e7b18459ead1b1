using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Compensation;

namespace Gep.Api.Serving;

/// <summary>What was drawn, or refused, for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Outcomes">An outcome per scheme.</param>
internal sealed record YearSchedules(AccountingYear Year, ImmutableArray<SchemeOutcome> Outcomes);
