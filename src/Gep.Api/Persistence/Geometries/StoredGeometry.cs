namespace Gep.Api.Persistence.Geometries;

/// <summary>
/// A geometry as the database keeps it: extended well-known binary in longitude and latitude, EPSG:4490.
/// </summary>
/// <param name="Ewkb">The bytes; not changed by anyone.</param>
internal sealed record StoredGeometry(byte[] Ewkb)
{
    /// <summary>The SRID of the home reference system.</summary>
    public const int Srid = 4490;

    /// <summary>Name of the column's type without subtype and SRID.</summary>
    public const string TypeName = "geometry";

    /// <summary>Equal bytes.</summary>
    public bool Equals(StoredGeometry? other) => other is not null && Ewkb.AsSpan().SequenceEqual(other.Ewkb);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Ewkb);
        return hash.ToHashCode();
    }
}
