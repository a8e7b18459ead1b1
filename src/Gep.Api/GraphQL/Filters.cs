using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Conditions on a text; all that are given must hold. A missing text meets none of them.</summary>
/// <param name="Eq">Is this.</param>
/// <param name="Neq">Is another.</param>
/// <param name="In">Is one of these.</param>
/// <param name="Nin">Is none of these.</param>
/// <param name="Contains">Has this in it.</param>
/// <param name="StartsWith">Begins with this.</param>
/// <param name="EndsWith">Ends with this.</param>
internal sealed record TextFilter(
    string? Eq = null, string? Neq = null, IReadOnlyList<string>? In = null,
        IReadOnlyList<string>? Nin = null,
    string? Contains = null, string? StartsWith = null, string? EndsWith = null)
{
    /// <summary>Whether a text meets it.</summary>
    public bool Matches(string? text) => text is not null
        && (Eq is null || string.Equals(text, Eq, StringComparison.Ordinal))
        && (Neq is null || !string.Equals(text, Neq, StringComparison.Ordinal))
        && (In is null || In.Contains(text, StringComparer.Ordinal))
        && (Nin is null || !Nin.Contains(text, StringComparer.Ordinal))
        && (Contains is null || text.Contains(Contains, StringComparison.Ordinal))
        && (StartsWith is null || text.StartsWith(StartsWith, StringComparison.Ordinal))
        && (EndsWith is null || text.EndsWith(EndsWith, StringComparison.Ordinal));
}

/// <summary>Conditions on a whole number.</summary>
/// <param name="Eq">Is this.</param>
/// <param name="Gt">Is greater.</param>
/// <param name="Gte">Is not less.</param>
/// <param name="Lt">Is less.</param>
/// <param name="Lte">Is not greater.</param>
internal sealed record IntFilter(
    int? Eq = null, int? Gt = null, int? Gte = null, int? Lt = null, int? Lte = null)
{
    /// <summary>Whether a number meets it.</summary>
    public bool Matches(int number) => !(number != Eq) && !(number <= Gt) && !(number < Gte)
        && !(number >= Lt) && !(number > Lte);
}

/// <summary>Conditions on a measured number, in the unit that the field's name says.</summary>
/// <param name="Gt">Is greater.</param>
/// <param name="Gte">Is not less.</param>
/// <param name="Lt">Is less.</param>
/// <param name="Lte">Is not greater.</param>
internal sealed record NumberFilter(double? Gt = null, double? Gte = null, double? Lt = null,
    double? Lte = null)
{
    /// <summary>Whether a number meets it; a missing one does not.</summary>
    public bool Matches(double? number) => number is { } known
        && !(known <= Gt) && !(known < Gte) && !(known >= Lt) && !(known > Lte);
}

/// <summary>Conditions on an exact number, in the unit that the field's name says.</summary>
/// <param name="Eq">Is this.</param>
/// <param name="Gt">Is greater.</param>
/// <param name="Gte">Is not less.</param>
/// <param name="Lt">Is less.</param>
/// <param name="Lte">Is not greater.</param>
internal sealed record DecimalFilter(
    decimal? Eq = null, decimal? Gt = null, decimal? Gte = null, decimal? Lt = null, decimal? Lte = null)
{
    /// <summary>Whether a number meets it; a missing one does not.</summary>
    public bool Matches(decimal? number) => number is { } known
        && !(known != Eq) && !(known <= Gt) && !(known < Gte) && !(known >= Lt) && !(known > Lte);
}

/// <summary>A geometry to compare with: exactly one of these.</summary>
[OneOf]
internal sealed class GeometryInput
{
    /// <summary>A GeoJSON geometry of longitudes and latitudes.</summary>
    public object? GeoJson { get; set; }

    /// <summary>Well-known text, longitude first.</summary>
    public string? Wkt { get; set; }

    /// <summary>West, south, east, north [°].</summary>
    public IReadOnlyList<double>? Bbox { get; set; }

    /// <summary>The district of this code.</summary>
    public string? District { get; set; }

    /// <summary>The parcel of this id: <c>lakes:L-01</c>.</summary>
    public string? Parcel { get; set; }
}

/// <summary>Not further away than that.</summary>
/// <param name="To">From what.</param>
/// <param name="MetresMax">How far [m], at most 100 000.</param>
internal sealed record DistanceFilter(GeometryInput To, double MetresMax);

/// <summary>At least that part of a feature's area lies in a geometry.</summary>
/// <param name="Of">The geometry.</param>
/// <param name="ShareMin">The part, 0 to 1.</param>
internal sealed record AreaShareFilter(GeometryInput Of, double ShareMin);

/// <summary>How a feature lies to geometries; all that are given must hold.</summary>
/// <param name="Intersects">Shares a position with it.</param>
/// <param name="Disjoint">Shares none.</param>
/// <param name="Within">Lies in it.</param>
/// <param name="Contains">Holds it.</param>
/// <param name="Covers">Holds it, borders counted.</param>
/// <param name="CoveredBy">Lies in it, borders counted.</param>
/// <param name="Crosses">Runs through it.</param>
/// <param name="Overlaps">Shares a part with it.</param>
/// <param name="Touches">Shares borders only.</param>
/// <param name="Same">Is the same.</param>
/// <param name="Distance">Is not further away.</param>
/// <param name="AreaShareOver">Lies in it with a part of its area.</param>
internal sealed record GeometryFilter(
    GeometryInput? Intersects = null, GeometryInput? Disjoint = null, GeometryInput? Within = null,
    GeometryInput? Contains = null, GeometryInput? Covers = null, GeometryInput? CoveredBy = null,
    GeometryInput? Crosses = null, GeometryInput? Overlaps = null, GeometryInput? Touches = null,
    [property: GraphQLName("equals")] GeometryInput? Same = null, DistanceFilter? Distance = null,
    AreaShareFilter? AreaShareOver = null);
