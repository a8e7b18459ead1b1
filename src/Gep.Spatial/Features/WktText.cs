using System.Globalization;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Gep.Spatial.Features;

/// <summary>
/// Reads one geometry of well-known text out of a longer text, without recursion; [OGC-SFA] §7.
/// </summary>
/// <remarks>
/// Points, lines, polygons and their multi forms in two dimensions. Positions are bounded by the text's
/// length, which the caller bounds.
/// </remarks>
public sealed class WktText
{
    private const double LongitudeLimit = 180, LatitudeLimit = 90;

    private readonly string _text;
    private readonly ResponseCrs _crs;
    private int _at;
    private string? _fault;

    private WktText(string text, int at, ResponseCrs crs) => (_text, _at, _crs) = (text, at, crs);

    /// <summary>Whether geometry text begins with that word.</summary>
    public static bool IsGeometryWord(string word) => word.ToUpperInvariant() is
        "POINT" or "LINESTRING" or "POLYGON" or "MULTIPOINT" or "MULTILINESTRING" or "MULTIPOLYGON";

    /// <summary>Reads a geometry that begins at a place of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it begins; after it, where the geometry ended.</param>
    /// <param name="crs">The system of its positions.</param>
    /// <param name="fault">What is wrong, in English; null when a query is returned.</param>
    public static ShapeQuery? Read(string text, ref int at, ResponseCrs crs, out string? fault)
    {
        var reader = new WktText(text, at, crs);
        Geometry? geometry = reader.Geometry();
        at = reader._at;
        fault = reader._fault;
        if (fault is not null || geometry is null) return null;
        if (!new IsValidOp(geometry).IsValid)
        {
            fault = "the geometry is not valid: a ring crosses itself or a hole lies outside";
            return null;
        }
        return new ShapeQuery(geometry);
    }

    private Geometry? Geometry()
    {
        string word = Word().ToUpperInvariant();
        GeometryFactory factory = PlaneGeometry.Factory;
        return word switch
        {
            "POINT" => factory.CreatePoint(Positions() is [var only] ? only : Refuse("one position")),
            "LINESTRING" => Line(),
            "POLYGON" => Polygon(),
            "MULTIPOINT" => factory.CreateMultiPointFromCoords([.. List(PointOfMany)]),
            "MULTILINESTRING" => factory.CreateMultiLineString([.. List(Line)]),
            "MULTIPOLYGON" => factory.CreateMultiPolygon([.. List(Polygon)]),
            _ => Fail<Geometry>($"'{word}' is no geometry type that can be compared"),
        };
    }

    private Coordinate? Refuse(string expected) => Fail<Coordinate>($"expected {expected}");

    /// <summary>A position with brackets of its own or without.</summary>
    private Coordinate? PointOfMany()
    {
        Skip();
        bool hasBrackets = _at < _text.Length && _text[_at] == '(';
        if (hasBrackets) _at++;
        Coordinate? position = Position();
        if (hasBrackets) Take(')');
        return position;
    }

    private LineString? Line()
    {
        List<Coordinate> positions = Positions();
        if (_fault is null && positions.Count >= 2)
            return PlaneGeometry.Factory.CreateLineString([.. positions]);
        return Fail<LineString>("a line needs two positions");
    }

    private Polygon? Polygon()
    {
        List<LinearRing> rings = List(Ring);
        return _fault is null && rings.Count > 0
            ? PlaneGeometry.Factory.CreatePolygon(rings[0], [.. rings.Skip(1)])
            : Fail<Polygon>("a polygon needs a ring");
    }

    private LinearRing? Ring()
    {
        List<Coordinate> positions = Positions();
        if (_fault is null && positions.Count >= 4 && positions[0].Equals2D(positions[^1]))
            return PlaneGeometry.Factory.CreateLinearRing([.. positions]);
        return Fail<LinearRing>("a ring needs four positions, the last the same as the first");
    }

    private List<Coordinate> Positions() => List(Position);

    private List<T> List<T>(Func<T?> read)
        where T : class
    {
        var items = new List<T>();
        if (!Take('(')) return items;
        do
        {
            if (read() is not { } item) return items;
            items.Add(item);
        }
        while (_fault is null && TakeIf(','));
        Take(')');
        return items;
    }

    private Coordinate? Position()
    {
        if (Number() is not { } first || Number() is not { } second) return null;
        (double longitude, double latitude) = _crs.ToLonLat(first, second);
        return Math.Abs(longitude) <= LongitudeLimit && Math.Abs(latitude) <= LatitudeLimit
            ? new Coordinate(longitude, latitude)
            : Fail<Coordinate>("a position lies outside the world");
    }

    private double? Number()
    {
        Skip();
        int begin = _at;
        while (_at < _text.Length && IsOfNumber(_text[_at])) _at++;
        var written = _text.AsSpan(begin, _at - begin);
        bool isNumber = double.TryParse(
            written, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number);
        if (isNumber) return number;
        Fail<Coordinate>("expected a number");
        return null;
    }

    private static bool IsOfNumber(char letter) =>
        char.IsAsciiDigit(letter) || letter is '.' or '-' or '+' or 'e' or 'E';

    private string Word()
    {
        Skip();
        int begin = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at])) _at++;
        return _text[begin.._at];
    }

    private bool Take(char letter) => TakeIf(letter) || Fail<object>($"expected '{letter}'") is not null;

    private bool TakeIf(char letter)
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != letter) return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private T? Fail<T>(string fault)
        where T : class
    {
        _fault ??= $"{fault} at character {_at + 1}";
        return null;
    }
}
