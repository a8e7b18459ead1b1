using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>A service, or a part of it, that an account does not hold. It is never a zero. Source: rule G9 of
/// [METHODS] §3.2.</summary>
/// <param name="Service">The service.</param>
/// <param name="Reason">The kind of reason.</param>
/// <param name="Part">The input, price or ecosystem type concerned; empty for the whole service.</param>
/// <param name="Districts">Where, by code; empty for the whole region.</param>
/// <param name="Why">The reason in words.</param>
public sealed record NotAccounted(
    ServiceCode Service, NotAccountedReason Reason, string Part, ImmutableArray<DistrictCode> Districts,
    BilingualText Why)
{
    /// <summary>Whether the profile wants it not, rather than that something is missing.</summary>
    public bool IsByDesign => Reason is NotAccountedReason.SwitchedOff;

    /// <summary>Whether it concerns a district.</summary>
    public bool Concerns(DistrictCode district) => Districts.IsEmpty || Districts.Contains(district);
}
