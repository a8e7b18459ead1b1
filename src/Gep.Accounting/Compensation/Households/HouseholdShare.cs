namespace Gep.Accounting.Compensation.Households;

/// <summary>The share of a household in a parcel, from the household register.</summary>
/// <param name="Id">Number of the entry, once in the register.</param>
/// <param name="Layer">Layer of the parcel.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Group">Group 组 of the village.</param>
/// <param name="Head">Head of the household 户主.</param>
/// <param name="MaskedIdentity">Identity number, masked.</param>
/// <param name="MaskedCard">Card number, masked; null when none is registered.</param>
/// <param name="Weight">Weight of its share in the parcel, usually contracted area [mu].</param>
/// <param name="Place">File and line.</param>
public sealed record HouseholdShare(
    string Id,
    string Layer,
    string Parcel,
    string Group,
    string Head,
    string MaskedIdentity,
    string? MaskedCard,
    decimal Weight,
    string Place);
