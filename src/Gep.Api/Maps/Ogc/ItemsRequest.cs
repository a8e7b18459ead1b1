using System.Collections.Immutable;
using System.Globalization;
using Gep.Api.Maps.Filters;
using Gep.Api.Serving;
using Gep.Spatial.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gep.Api.Maps.Ogc;

/// <summary>
/// What a request for features asks; [OGC-FEATURES-1] §7.15, [OGC-FEATURES-2] §6, [OGC-FEATURES-3] §6.
/// </summary>
/// <param name="Limit">Most features of the page.</param>
/// <param name="Offset">Features before the page.</param>
/// <param name="Crs">The system of the answer.</param>
/// <param name="Conditions">What features must meet, all of it.</param>
internal sealed record ItemsRequest(
    int Limit, int Offset, ResponseCrs Crs, ImmutableArray<FilterNode> Conditions)
{
    /// <summary>Most features of one page.</summary>
    public const int LimitMax = 10_000;

    /// <summary>Features of a page when the request does not say.</summary>
    public const int LimitDefault = 100;

    private const string TextLanguage = "cql2-text";

    /// <summary>Parameters besides the properties of the collection.</summary>
    public static ImmutableArray<string> Parameters { get; } =
    [
        "limit", "offset", "bbox", "bbox-crs", "datetime", "crs", "filter", "filter-lang", "filter-crs", "f",
    ];

    /// <summary>Reads the parameters of a request, or says what is wrong with the first faulty one.</summary>
    public static (ItemsRequest? Request, RequestProblem? Problem) Read(
        IQueryCollection query, MapCollection collection)
    {
        foreach (var (name, values) in query)
        {
            if (Refuse(name, values, collection) is { } refusal) return (null, refusal);
        }
        if (!IsWhole(query["limit"], LimitDefault, out int limit) || limit < 1)
            return (null, RequestProblem.Malformed("limit", "不小于 1 的整数", "a whole number from 1"));
        if (!IsWhole(query["offset"], 0, out int offset))
            return (null, RequestProblem.Malformed("offset", "非负整数", "a whole number from 0"));
        if (CrsOf(query, "crs") is not { } crs) return (null, UnknownCrs("crs"));
        if (CrsOf(query, "bbox-crs") is not { } boxCrs) return (null, UnknownCrs("bbox-crs"));
        if (CrsOf(query, "filter-crs") is not { } filterCrs) return (null, UnknownCrs("filter-crs"));
        if (query["datetime"] is [{ } time] && !DateTimeText.IsValid(time))
        {
            return (null, RequestProblem.Malformed(
                "datetime", "RFC 3339 时间或区间", "an RFC 3339 time or interval"));
        }
        if (query["f"] is [not ("json" or "geojson")])
            return (null, RequestProblem.Malformed("f", "json", "json"));
        if (query["filter-lang"] is [not TextLanguage])
            return (null, RequestProblem.Malformed("filter-lang", TextLanguage, TextLanguage));
        var conditions = ImmutableArray.CreateBuilder<FilterNode>();
        if (query["bbox"] is [{ } boxText])
        {
            var boxes = BoxText.Parse(boxText, boxCrs);
            if (boxes.IsEmpty)
            {
                return (null, RequestProblem.Malformed(
                    "bbox", "四个或六个数：西,南,东,北", "four or six numbers: west,south,east,north"));
            }
            conditions.Add(AnyOf(boxes));
        }
        if (query["filter"] is [{ } filter])
        {
            var (node, problem) = FilterParser.Parse(filter, collection, filterCrs);
            if (node is null) return (null, problem);
            conditions.Add(node);
        }
        foreach (var (name, values) in query)
        {
            if (collection.FindProperty(name) is not { } place) continue;
            if (EqualTo(collection.Properties[place], place, values[0]!) is not { } node)
                return (null, RequestProblem.Malformed(name, "该属性的一个值", "a value of that property"));
            conditions.Add(node);
        }
        return (new ItemsRequest(Math.Min(limit, LimitMax), offset, crs, conditions.ToImmutable()), null);
    }

    /// <summary>
    /// The system a parameter names, the default one where it is not there; null for no such system.
    /// </summary>
    public static ResponseCrs? CrsOf(IQueryCollection query, string parameter) =>
        query[parameter] is [{ } uri] ? ResponseCrs.Find(uri) : ResponseCrs.Crs84;

    /// <summary>Says which systems there are.</summary>
    public static RequestProblem UnknownCrs(string parameter)
    {
        string known = string.Join(", ", ResponseCrs.All.Select(crs => crs.Uri));
        return RequestProblem.Malformed(parameter, known, known);
    }

    /// <summary>Whether a feature meets every condition.</summary>
    public bool Matches(MapFeature feature)
    {
        foreach (var condition in Conditions)
        {
            if (condition.Test(feature) != true) return false;
        }
        return true;
    }

    /// <summary>The features to look at: those of the first box that a condition gives, or all.</summary>
    public IEnumerable<MapFeature> Candidates(MapCollection collection) =>
        Conditions.Select(condition => condition.Box).FirstOrDefault(box => box is not null) is { } box
            ? collection.Near(box)
            : collection.Features;

    private static RequestProblem? Refuse(string name, StringValues values, MapCollection collection)
    {
        if (!Parameters.Contains(name) && collection.FindProperty(name) is null)
        {
            return new RequestProblem(
                RequestProblemCode.ParameterUnknown, name,
                new("未知参数。", "A parameter that nothing reads."),
                new("参数见 /ogc/api。", "/ogc/api lists the parameters."));
        }
        if (values.Count == 1 && values[0] is not null) return null;
        return new RequestProblem(
            RequestProblemCode.ParameterRepeated, name,
            new("参数重复。", "A parameter stands twice."), new("每个参数只给一次。", "Give each one once."));
    }

    private static FilterNode AnyOf(ImmutableArray<LonLatBox> boxes)
    {
        FilterNode[] nodes =
        [
            .. boxes.Select(box => new SpatialNode(ShapeRelation.Intersects, ShapeQuery.OfBox(box))),
        ];
        return nodes is [var only] ? only : new OrNode([.. nodes]);
    }

    private static CompareNode? EqualTo(MapProperty property, int place, string text)
    {
        var left = FilterScalar.Property(property, place);
        var right = left.Kind switch
        {
            FilterKind.Text => new FilterScalar(FilterKind.Text, null, text),
            FilterKind.Number => FilterScalar.Number(text),
            FilterKind.Truth => bool.TryParse(text, out bool truth)
                ? new FilterScalar(FilterKind.Truth, null, truth)
                : null,
        };
        return right is null ? null : new CompareNode(left, FilterComparison.Equal, right);
    }

    /// <summary>A whole number of any length; beyond the range of int it is the greatest int.</summary>
    private static bool IsWhole(StringValues values, int byDefault, out int number)
    {
        number = byDefault;
        if (values is not [{ } text]) return true;
        bool isWhole = text.Length > 0 && text.All(char.IsAsciiDigit);
        if (isWhole && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            number = int.MaxValue;
        return isWhole;
    }
}
