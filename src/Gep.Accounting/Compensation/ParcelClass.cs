using System.Collections.Immutable;

namespace Gep.Accounting.Compensation;

/// <summary>The attribute values, in the words of a scheme, by which the rate of a parcel is found.</summary>
/// <param name="Values">One value for each dimension of the scheme.</param>
public sealed record ParcelClass(ImmutableSortedDictionary<RegisterField, string> Values)
{
    /// <summary>The class of a scheme without dimensions.</summary>
    public static ParcelClass Any { get; } = new(ImmutableSortedDictionary<RegisterField, string>.Empty);

    /// <summary>As printed, attributes in code order: <c>grade=provincial, zone=core</c>.</summary>
    public override string ToString() => Values.IsEmpty
        ? "all"
        : string.Join(", ", Values.Select(pair => $"{NameOf(pair.Key)}={pair.Value}"));

    internal static string NameOf(RegisterField field) => field switch
    {
        RegisterField.Grade => "grade",
        RegisterField.Zone => "zone",
        RegisterField.Ownership => "ownership",
        RegisterField.Reserve => "reserve",
    };
}
