using System.Globalization;

namespace Gep.Api.Maps.Filters;

/// <summary>A property or a literal.</summary>
/// <param name="Kind">What it is: text, number or truth.</param>
/// <param name="Place">Place of the property among the values; null for a literal.</param>
/// <param name="Literal">The literal.</param>
internal sealed record FilterScalar(FilterKind Kind, int? Place, object? Literal)
{
    /// <summary>A property.</summary>
    public static FilterScalar Property(MapProperty property, int place) => new(
        property.Kind switch
        {
            MapValueKind.Text => FilterKind.Text,
            MapValueKind.Integer or MapValueKind.Number or MapValueKind.Money => FilterKind.Number,
            MapValueKind.Truth => FilterKind.Truth,
        },
        place, null);

    /// <summary>
    /// A number: exact where decimal holds it, so that amounts compare to the fen; null where it is none.
    /// </summary>
    public static FilterScalar? Number(string text)
    {
        const NumberStyles Styles = NumberStyles.Float;
        if (decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out decimal exact))
            return new FilterScalar(FilterKind.Number, null, exact);
        return double.TryParse(text, Styles, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
            ? new FilterScalar(FilterKind.Number, null, number)
            : null;
    }

    /// <summary>The value for a feature; null for none.</summary>
    public object? ValueOf(MapFeature feature) => Place is { } place ? feature.Values[place] : Literal;

    /// <summary>Order of two values of one kind: text by code units, false before true.</summary>
    public static int Compare(object left, object right)
    {
        if (left is string text) return string.CompareOrdinal(text, (string)right);
        if (left is bool truth) return truth.CompareTo((bool)right);
        return left is double || right is double
            ? Convert.ToDouble(left, CultureInfo.InvariantCulture)
                .CompareTo(Convert.ToDouble(right, CultureInfo.InvariantCulture))
            : Convert.ToDecimal(left, CultureInfo.InvariantCulture)
                .CompareTo(Convert.ToDecimal(right, CultureInfo.InvariantCulture));
    }
}
