using System.Collections.Immutable;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Filters;

/// <summary>A condition on features, true, false or (of a missing value) unknown; [CQL2] §6.</summary>
internal abstract record FilterNode
{
    /// <summary>Whether a feature meets it; null is unknown.</summary>
    public abstract bool? Test(MapFeature feature);

    /// <summary>A box that every feature that meets it touches; null when there is none.</summary>
    public virtual LonLatBox? Box => null;
}

/// <summary>Always or never.</summary>
internal sealed record TruthNode(bool Truth) : FilterNode
{
    /// <inheritdoc/>
    public override bool? Test(MapFeature feature) => Truth;
}

/// <summary>Not.</summary>
internal sealed record NotNode(FilterNode Inner) : FilterNode
{
    /// <inheritdoc/>
    public override bool? Test(MapFeature feature) => !Inner.Test(feature);
}

/// <summary>All of several, a list and no chain, so that a long one is not deep.</summary>
internal sealed record AndNode(ImmutableArray<FilterNode> Parts) : FilterNode
{
    /// <inheritdoc/>
    public override LonLatBox? Box => Parts.Select(part => part.Box).FirstOrDefault(box => box is not null);

    /// <inheritdoc/>
    public override bool? Test(MapFeature feature)
    {
        bool? all = true;
        foreach (var part in Parts)
        {
            bool? one = part.Test(feature);
            if (one == false) return false;
            all &= one;
        }
        return all;
    }
}

/// <summary>One of several.</summary>
internal sealed record OrNode(ImmutableArray<FilterNode> Parts) : FilterNode
{
    /// <inheritdoc/>
    public override bool? Test(MapFeature feature)
    {
        bool? any = false;
        foreach (var part in Parts)
        {
            bool? one = part.Test(feature);
            if (one == true) return true;
            any |= one;
        }
        return any;
    }
}

/// <summary>A comparison of two scalars.</summary>
internal sealed record CompareNode(
    FilterScalar Left, FilterComparison Comparison, FilterScalar Right) : FilterNode
{
    /// <inheritdoc/>
    public override bool? Test(MapFeature feature)
    {
        if (Left.ValueOf(feature) is not { } left || Right.ValueOf(feature) is not { } right) return null;
        int order = FilterScalar.Compare(left, right);
        return Comparison switch
        {
            FilterComparison.Equal => order == 0,
            FilterComparison.NotEqual => order != 0,
            FilterComparison.Less => order < 0,
            FilterComparison.Greater => order > 0,
            FilterComparison.LessOrEqual => order <= 0,
            FilterComparison.GreaterOrEqual => order >= 0,
        };
    }
}

/// <summary>Text like a pattern.</summary>
internal sealed record LikeNode(FilterScalar Scalar, TextPattern Pattern) : FilterNode
{
    /// <inheritdoc/>
    public override bool? Test(MapFeature feature) =>
        Scalar.ValueOf(feature) is string text ? Pattern.Matches(text) : null;
}

/// <summary>A missing value.</summary>
internal sealed record NullNode(FilterScalar Scalar) : FilterNode
{
    /// <inheritdoc/>
    public override bool? Test(MapFeature feature) => Scalar.ValueOf(feature) is null;
}

/// <summary>How the feature's geometry lies to another.</summary>
internal sealed record SpatialNode(ShapeRelation Relation, ShapeQuery Query) : FilterNode
{
    /// <inheritdoc/>
    public override LonLatBox? Box => ShapeQuery.NeedsContact(Relation) ? Query.Bounds : null;

    /// <inheritdoc/>
    public override bool? Test(MapFeature feature) =>
        feature.Shape is { } shape ? Query.Matches(Relation, shape) : null;
}
