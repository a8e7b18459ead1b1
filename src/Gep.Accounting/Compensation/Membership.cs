using System.Collections.Immutable;

namespace Gep.Accounting.Compensation;

/// <summary>
/// Which parcels a scheme is for: a layer, attributes that must be there, values that they must have.
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Present">Attributes without which a parcel is no member.</param>
/// <param name="Values">Attributes that must have one of these register words.</param>
public sealed record Membership(
    string Layer,
    ImmutableArray<RegisterField> Present,
    ImmutableSortedDictionary<RegisterField, ImmutableArray<string>> Values)
{
    /// <summary>Whether the parcel is a member.</summary>
    public bool Includes(RegisterParcel parcel) =>
        parcel.Layer == Layer
        && Present.All(field => parcel.Find(field) is not null)
        && Values.All(pair => parcel.Find(pair.Key) is { } value && pair.Value.Contains(value));
}
