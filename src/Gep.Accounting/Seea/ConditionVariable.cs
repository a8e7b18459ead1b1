using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Seea;

/// <summary>A variable of the condition of an ecosystem type, as measured in one year.</summary>
/// <param name="Type">The type, of level 1.</param>
/// <param name="Id">Its name in the workspace, the same in every year.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="ConditionClass">Class of the ecosystem condition typology: <c>A1</c> to <c>C1</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Low">Level of the worst condition.</param>
/// <param name="High">Level of the best condition.</param>
/// <param name="Value">The value measured.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Place">File and line.</param>
public sealed record ConditionVariable(
    EcosystemTypeCode Type, string Id, BilingualText Name, string ConditionClass, string Unit, double Low,
    double High, double Value, SourceRef Source, string Place);
