using System.Text.Json;
using Gep.Api.Maps;
using Gep.Api.Maps.Collections;
using Gep.GraphQL.Language;
using Gep.Spatial.Features;

namespace Gep.Api.GraphQL;

/// <summary>A geometry filter made ready: what must hold of a shape, and where to look for it.</summary>
internal sealed class GeometryCondition
{
    private const double MetresMax = 100_000;
    private const int WktLettersMax = 200_000;

    private readonly List<Func<FeatureShape, bool>> parts = [];

    private GeometryCondition()
    {
    }

    /// <summary>A box that every shape that meets it touches; null when there is none.</summary>
    public LonLatBox? Box { get; private set; }

    /// <summary>Makes a filter ready; null stays null.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="maps">Where districts and parcels are looked up.</param>
    public static GeometryCondition? Of(GeometryFilter? filter, MapCatalog maps)
    {
        if (filter is null) return null;
        var made = new GeometryCondition();
        made.Add(filter.Intersects, ShapeRelation.Intersects, maps);
        made.Add(filter.Disjoint, ShapeRelation.Disjoint, maps);
        made.Add(filter.Within, ShapeRelation.Within, maps);
        made.Add(filter.Contains, ShapeRelation.Contains, maps);
        made.Add(filter.Covers, ShapeRelation.Covers, maps);
        made.Add(filter.CoveredBy, ShapeRelation.CoveredBy, maps);
        made.Add(filter.Crosses, ShapeRelation.Crosses, maps);
        made.Add(filter.Overlaps, ShapeRelation.Overlaps, maps);
        made.Add(filter.Touches, ShapeRelation.Touches, maps);
        made.Add(filter.Same, ShapeRelation.Equals, maps);
        if (filter.Distance is { } distance)
        {
            if (!(distance.MetresMax is >= 0 and <= MetresMax))
                throw new GraphQLException($"metresMax must be between 0 and {MetresMax}.");
            var query = QueryOf(distance.To, maps);
            made.Box ??= query.Reach(distance.MetresMax);
            made.parts.Add(shape => query.IsWithinDistance(shape, distance.MetresMax));
        }
        if (filter.AreaShareOver is { } share)
        {
            if (!(share.ShareMin is > 0 and <= 1)) throw new GraphQLException(
                "shareMin must be above 0, up to 1.");
            var query = QueryOf(share.Of, maps);
            made.Box ??= query.Bounds;
            made.parts.Add(shape => query.ShareInside(shape) >= share.ShareMin);
        }
        return made;
    }

    /// <summary>Whether a shape meets it; nothing does not.</summary>
    public bool Matches(FeatureShape? shape) => shape is not null && parts.TrueForAll(part => part(shape));

    private void Add(GeometryInput? input, ShapeRelation relation, MapCatalog maps)
    {
        if (input is null) return;
        var query = QueryOf(input, maps);
        if (ShapeQuery.NeedsContact(relation)) Box ??= query.Bounds;
        parts.Add(shape => query.Matches(relation, shape));
    }

    private static ShapeQuery QueryOf(GeometryInput input, MapCatalog maps)
    {
        if (input.Wkt is { } wkt) return OfWkt(wkt);
        if (input.Bbox is { } box) return OfBox(box);
        if (input.District is { } district) return OfFeature(maps, DistrictCollection.Id, district);
        if (input.Parcel is { } parcel) return OfFeature(maps, ParcelCollections.AllId, parcel);
        var query = GeoJsonQuery.Read(
            JsonSerializer.SerializeToElement(input.GeoJson), out string? fault);
        return query ?? throw new GraphQLException($"geoJson: {fault}.");
    }

    private static ShapeQuery OfWkt(string wkt)
    {
        if (wkt.Length > WktLettersMax) throw new GraphQLException("wkt: the text is too long.");
        int at = 0;
        var query = WktText.Read(wkt, ref at, ResponseCrs.Crs84, out string? fault);
        if (query is not null && wkt.AsSpan(at).IsWhiteSpace()) return query;
        throw new GraphQLException($"wkt: {fault ?? $"unexpected text at character {at + 1}"}.");
    }

    private static ShapeQuery OfBox(IReadOnlyList<double> box)
    {
        bool isBox = box.Count == 4 && box.All(double.IsFinite)
            && box[0] is >= -180 and <= 180 && box[2] is >= -180 and <= 180
            && box[1] >= -90 && box[3] <= 90 && box[1] <= box[3] && box[0] <= box[2];
        return isBox
            ? ShapeQuery.OfBox(new LonLatBox(box[0], box[1], box[2], box[3]))
            : throw new GraphQLException("bbox: west, south, east, north in degrees, west before east.");
    }

    private static ShapeQuery OfFeature(MapCatalog maps, string collection, string id) =>
        maps.Find(collection)?.Find(id)?.Shape is { } shape
            ? ShapeQuery.OfShape(shape)
            : throw new GraphQLException($"There is nothing with the id '{id}' in {collection}.");
}
