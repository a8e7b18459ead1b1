using System.Collections.Immutable;
using System.Globalization;
using Gep.Api.Serving;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Filters;

/// <summary>Reads a filter in the text form of CQL2; its length and depth are bounded.</summary>
/// <remarks>
/// Comparisons, LIKE, BETWEEN, IN, IS NULL, AND, OR, NOT and the spatial predicates with a literal geometry
/// or BBOX; [CQL2] §6 to §8.
/// </remarks>
internal sealed class FilterParser
{
    private const int LengthMax = 8_000;
    private const int DepthMax = 32;
    private const string GeometryName = "geometry";

    private static readonly ImmutableArray<(string Word, ShapeRelation Relation)> Relations =
    [
        .. Enum.GetValues<ShapeRelation>()
            .Select(relation => ($"S_{relation.ToString().ToUpperInvariant()}", relation)),
    ];

    private readonly string text;
    private readonly MapCollection collection;
    private readonly ResponseCrs crs;
    private FilterToken token;
    private RequestProblem? problem;

    private FilterParser(string text, MapCollection collection, ResponseCrs crs)
    {
        (this.text, this.collection, this.crs) = (text, collection, crs);
        Advance(0);
    }

    /// <summary>The condition of a text, or why there is none.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="collection">Whose properties it may name.</param>
    /// <param name="crs">The system of the positions in it.</param>
    public static (FilterNode? Node, RequestProblem? Problem) Parse(
        string text, MapCollection collection, ResponseCrs crs)
    {
        if (text.Length > LengthMax)
        {
            return (null, Fault(0, $"长于 {LengthMax} 个字符", $"longer than {LengthMax} characters"));
        }
        var parser = new FilterParser(text, collection, crs);
        var node = parser.Either(0);
        if (parser.problem is null && parser.token.Kind != FilterTokenKind.End)
            parser.Fail("此处应结束", "expected the end");
        return parser.problem is null ? (node, null) : (null, parser.problem);
    }

    private static RequestProblem Fault(int at, string chinese, string english) => new(
        RequestProblemCode.FilterMalformed,
        string.Create(CultureInfo.InvariantCulture, $"filter, character {at + 1}"),
        new($"过滤条件第 {at + 1} 个字符：{chinese}。", $"Filter, character {at + 1}: {english}."),
        new("请改正 CQL2 文本。", "Correct the CQL2 text."));

    private FilterNode Either(int depth) => Join(depth, "OR", All, parts => new OrNode(parts));

    private FilterNode All(int depth) => Join(depth, "AND", Factor, parts => new AndNode(parts));

    private FilterNode Join(
        int depth, string word, Func<int, FilterNode> read, Func<ImmutableArray<FilterNode>, FilterNode> join)
    {
        var parts = ImmutableArray.CreateBuilder<FilterNode>();
        parts.Add(read(depth));
        while (problem is null && TakeWord(word)) parts.Add(read(depth));
        return parts.Count == 1 ? parts[0] : join(parts.ToImmutable());
    }

    private FilterNode Factor(int depth)
    {
        bool isNegated = false;
        while (TakeWord("NOT")) isNegated = !isNegated;
        var node = Primary(depth);
        return isNegated ? new NotNode(node) : node;
    }

    private FilterNode Primary(int depth)
    {
        if (depth >= DepthMax) return Fail("括号过深", $"brackets deeper than {DepthMax}");
        if (TakeSign("("))
        {
            var inner = Either(depth + 1);
            RequireSign(")");
            return inner;
        }
        foreach (var (word, relation) in Relations)
        {
            if (TakeWord(word)) return Spatial(relation);
        }
        return Scalar() is { } scalar ? Predicate(scalar) : new TruthNode(false);
    }

    private FilterNode Predicate(FilterScalar left)
    {
        if (Comparison() is { } comparison)
            return ScalarLike(left) is { } right ? Compare(left, comparison, right) : new TruthNode(false);
        if (TakeWord("IS"))
        {
            bool isNot = TakeWord("NOT");
            if (!TakeWord("NULL")) return Fail("应为 NULL", "expected NULL");
            return isNot ? new NotNode(new NullNode(left)) : new NullNode(left);
        }
        bool isNegated = TakeWord("NOT");
        FilterNode? node = TakeWord("LIKE") ? Like(left)
            : TakeWord("BETWEEN") ? Between(left)
            : TakeWord("IN") ? In(left)
            : null;
        if (node is not null) return isNegated ? new NotNode(node) : node;
        if (!isNegated && left.Kind == FilterKind.Truth)
            return Compare(left, FilterComparison.Equal, new FilterScalar(FilterKind.Truth, null, true));
        return Fail("应为比较", "expected a comparison");
    }

    private FilterNode Like(FilterScalar left)
    {
        if (left.Kind != FilterKind.Text) return Fail("LIKE 只用于文本", "LIKE is for text");
        if (token.Kind != FilterTokenKind.Text) return Fail("应为文本", "expected a text");
        var pattern = new TextPattern(token.Text);
        Advance(token.End);
        return new LikeNode(left, pattern);
    }

    private FilterNode Between(FilterScalar left)
    {
        var least = ScalarLike(left);
        if (problem is null && !TakeWord("AND")) Fail("应为 AND", "expected AND");
        var greatest = problem is null ? ScalarLike(left) : null;
        if (least is null || greatest is null) return new TruthNode(false);
        return new AndNode(
        [
            Compare(left, FilterComparison.GreaterOrEqual, least),
            Compare(left, FilterComparison.LessOrEqual, greatest),
        ]);
    }

    private OrNode In(FilterScalar left)
    {
        var parts = ImmutableArray.CreateBuilder<FilterNode>();
        RequireSign("(");
        do
        {
            if (problem is null && ScalarLike(left) is { } item)
                parts.Add(Compare(left, FilterComparison.Equal, item));
        }
        while (problem is null && TakeSign(","));
        RequireSign(")");
        return new OrNode(parts.ToImmutable());
    }

    private FilterNode Compare(FilterScalar left, FilterComparison comparison, FilterScalar right)
    {
        bool isOrder = comparison is not (FilterComparison.Equal or FilterComparison.NotEqual);
        return left.Kind == FilterKind.Truth && isOrder
            ? Fail("真假值没有大小", "true and false have no order")
            : new CompareNode(left, comparison, right);
    }

    private FilterComparison? Comparison()
    {
        FilterComparison? comparison = token.Kind != FilterTokenKind.Sign ? null : token.Text switch
        {
            "=" => FilterComparison.Equal,
            "<>" => FilterComparison.NotEqual,
            "<" => FilterComparison.Less,
            ">" => FilterComparison.Greater,
            "<=" => FilterComparison.LessOrEqual,
            ">=" => FilterComparison.GreaterOrEqual,
            _ => null,
        };
        if (comparison is not null) Advance(token.End);
        return comparison;
    }

    /// <summary>A scalar of the same kind as another.</summary>
    private FilterScalar? ScalarLike(FilterScalar other)
    {
        int at = token.At;
        var scalar = Scalar();
        if (scalar is null || scalar.Kind == other.Kind) return scalar;
        problem ??= Fault(at, "两边类型不同", "the two sides differ in type");
        return null;
    }

    private FilterScalar? Scalar()
    {
        var read = token;
        FilterScalar? scalar = read.Kind switch
        {
            FilterTokenKind.Text => new FilterScalar(FilterKind.Text, null, read.Text),
            FilterTokenKind.Number => FilterScalar.Number(read.Text),
            FilterTokenKind.Word when read.IsWord("TRUE") => new FilterScalar(FilterKind.Truth, null, true),
            FilterTokenKind.Word when read.IsWord("FALSE") => new FilterScalar(FilterKind.Truth, null, false),
            FilterTokenKind.Word or FilterTokenKind.QuotedName => Property(read),
            FilterTokenKind.End or FilterTokenKind.Sign or FilterTokenKind.Unknown => null,
        };
        if (scalar is null) Fail("应为属性或值", "expected a property or a value");
        else Advance(read.End);
        return scalar;
    }

    private FilterScalar? Property(FilterToken name)
    {
        if (collection.FindProperty(name.Text) is { } place)
            return FilterScalar.Property(collection.Properties[place], place);
        problem ??= new RequestProblem(
            RequestProblemCode.PropertyUnknown, "filter",
            new($"集合 {collection.Id} 没有属性“{name.Text}”。",
                $"The collection {collection.Id} has no property '{name.Text}'."),
            new("属性见 queryables。", "See its queryables."));
        return null;
    }

    private FilterNode Spatial(ShapeRelation relation)
    {
        RequireSign("(");
        bool namesGeometry = TakeGeometryName();
        if (namesGeometry) RequireSign(",");
        var query = problem is null ? Shape() : null;
        if (!namesGeometry && problem is null)
        {
            RequireSign(",");
            if (!TakeGeometryName()) Fail("应为 geometry", "expected geometry");
        }
        RequireSign(")");
        if (query is null) return new TruthNode(false);
        return new SpatialNode(namesGeometry ? relation : Reversed(relation), query);
    }

    /// <summary>The relation of the feature to the geometry when the geometry was named first.</summary>
    private static ShapeRelation Reversed(ShapeRelation relation) => relation switch
    {
        ShapeRelation.Within => ShapeRelation.Contains,
        ShapeRelation.Contains => ShapeRelation.Within,
        ShapeRelation.Covers => ShapeRelation.CoveredBy,
        ShapeRelation.CoveredBy => ShapeRelation.Covers,
        ShapeRelation.Intersects or ShapeRelation.Disjoint or ShapeRelation.Touches or ShapeRelation.Overlaps
            or ShapeRelation.Crosses or ShapeRelation.Equals => relation,
    };

    private bool TakeGeometryName()
    {
        bool isName = token.Kind is FilterTokenKind.Word or FilterTokenKind.QuotedName
            && token.Text is GeometryName or "geom";
        if (isName) Advance(token.End);
        return isName;
    }

    private ShapeQuery? Shape()
    {
        if (TakeWord("BBOX")) return Box();
        int at = token.At;
        if (token.Kind != FilterTokenKind.Word || !WktText.IsGeometryWord(token.Text))
        {
            Fail("应为图形", "expected a geometry: POINT, LINESTRING, POLYGON, MULTI… or BBOX");
            return null;
        }
        var query = WktText.Read(text, ref at, crs, out string? fault);
        if (query is null) problem ??= Fault(at, "图形无效", fault ?? "no geometry");
        Advance(at);
        return query;
    }

    private ShapeQuery? Box()
    {
        int at = token.At;
        int close = text.IndexOf(')', at);
        if (!token.IsSign("(") || close < 0)
        {
            Fail("应为 (西, 南, 东, 北)", "expected (west, south, east, north)");
            return null;
        }
        var boxes = BoxText.Parse(text[(at + 1)..close], crs);
        if (boxes is not [var box])
        {
            problem ??= Fault(at, "范围无效", "expected four numbers: west, south, east, north");
            return null;
        }
        Advance(close + 1);
        return ShapeQuery.OfBox(box);
    }

    private bool TakeWord(string word)
    {
        if (problem is not null || !token.IsWord(word)) return false;
        Advance(token.End);
        return true;
    }

    private bool TakeSign(string sign)
    {
        if (problem is not null || !token.IsSign(sign)) return false;
        Advance(token.End);
        return true;
    }

    private void RequireSign(string sign)
    {
        if (problem is null && !TakeSign(sign)) Fail($"应为 {sign}", $"expected '{sign}'");
    }

    private TruthNode Fail(string chinese, string english)
    {
        problem ??= Fault(token.At, chinese, english);
        return new TruthNode(false);
    }

    private void Advance(int at) => token = FilterLexer.Read(text, at);
}
