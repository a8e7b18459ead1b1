using Gep.Accounting.Parameters;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;

namespace Gep.Api.Accounts;

/// <summary>The packs that an account was compiled from.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Parameters">Parameters of the services.</param>
/// <param name="UnitValues">Prices.</param>
/// <param name="Statistics">Statistics of the year.</param>
internal sealed record AccountPacks(
    Profile Profile, ParameterTable Parameters, UnitValueTable UnitValues, StatisticsTable Statistics);
