using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>How two schemes stand to each other on one parcel ([COMPENSATION] §4.8).</summary>
/// <param name="Other">The other scheme.</param>
/// <param name="Policy">What holds.</param>
/// <param name="Reason">On what it rests.</param>
/// <param name="Place">File and line.</param>
public sealed record SchemeRelation(
    SchemeCode Other, RelationPolicy Policy, BilingualText Reason, string Place);
