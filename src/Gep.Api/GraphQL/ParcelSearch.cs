using Gep.Spatial.Features;

namespace Gep.Api.GraphQL;

/// <summary>Finds parcels: by place in the index of boxes first, then one by one.</summary>
internal static class ParcelSearch
{
    /// <summary>The parcels that meet a filter, in the order asked for.</summary>
    /// <param name="catalog">What is searched.</param>
    /// <param name="where">The filter; null for all.</param>
    /// <param name="order">The order; null for that of the layers.</param>
    /// <param name="district">Only parcels registered in it; null for all.</param>
    public static IReadOnlyList<ParcelNode> Find(
        GraphCatalog catalog, ParcelFilter? where, IReadOnlyList<ParcelOrder>? order, DistrictNode? district)
    {
        if (where is null && order is null && district is null) return catalog.Parcels;
        var condition = where is null ? null : new Condition(where, catalog);
        var found = Candidates(catalog, condition?.Box, district)
            .Where(parcel => condition is null || condition.Matches(parcel));
        return order is null ? [.. found] : Sorted(found, order);
    }

    private static IEnumerable<ParcelNode> Candidates(GraphCatalog catalog, LonLatBox? box,
        DistrictNode? district)
    {
        if (district is not null) return catalog.ParcelsOf(district.Code);
        return box is { } known ? catalog.ParcelsNear(known) : catalog.Parcels;
    }

    private static IReadOnlyList<ParcelNode> Sorted(IEnumerable<ParcelNode> parcels,
        IReadOnlyList<ParcelOrder> order)
    {
        var list = new Ordering<ParcelNode>(parcels);
        foreach (var by in order)
        {
            list.By(by.Code, parcel => parcel.Code, StringComparer.Ordinal);
            list.By(by.Area, parcel => parcel.SquareMetres, Comparer<double>.Default);
            list.By(by.Name, parcel => parcel.Name, StringComparer.Ordinal);
        }
        return list.Items;
    }

    /// <summary>A filter with its geometries made ready.</summary>
    private sealed class Condition
    {
        private readonly ParcelFilter filter;
        private readonly GeometryCondition? geometry;
        private readonly Condition[] and, or;
        private readonly Condition? not;

        public Condition(ParcelFilter filter, GraphCatalog catalog)
        {
            this.filter = filter;
            geometry = GeometryCondition.Of(filter.Geometry, catalog.Maps);
            and = [.. (filter.And ?? []).Select(each => new Condition(each, catalog))];
            or = [.. (filter.Or ?? []).Select(each => new Condition(each, catalog))];
            not = filter.Not is null ? null : new Condition(filter.Not, catalog);
        }

        public LonLatBox? Box =>
            geometry?.Box ?? and.Select(each => each.Box).FirstOrDefault(box => box is not null);

        public bool Matches(ParcelNode parcel) =>
            (filter.Layer?.Matches(parcel.Layer.Code) ?? true)
            && (filter.EcosystemType?.Matches(parcel.EcosystemType.Code) ?? true)
            && (filter.District?.Matches(parcel.District?.Code) ?? true)
            && (filter.Town?.Matches(parcel.Town) ?? true)
            && (filter.Name?.Matches(parcel.Name) ?? true)
            && (filter.Ownership?.Matches(parcel.Ownership) ?? true)
            && (filter.Grade?.Matches(parcel.Grade) ?? true)
            && (filter.AreaSquareMetres?.Matches(parcel.SquareMetres) ?? true)
            && (filter.RegisterAreaMu?.Matches(parcel.RegisterMu) ?? true)
            && (filter.ThereIn is not { } year || parcel.IsThereIn(year))
            && Array.TrueForAll(and, each => each.Matches(parcel))
            && (or.Length == 0 || Array.Exists(or, each => each.Matches(parcel)))
            && (not is null || !not.Matches(parcel))
            && (geometry?.Matches(parcel.Shape) ?? true);
    }
}
