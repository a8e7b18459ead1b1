using System.Collections.Immutable;
using System.Globalization;

namespace Gep.Api.Exports;

/// <summary>How many decimals the numbers of a table show, a column alike. The exact numbers are in the JSON
/// and the CSV.</summary>
internal static class ReportDigits
{
    /// <summary>A column whose numbers differ by more than this has no decimals in common.</summary>
    private const double SpreadMost = 1e7;

    /// <summary>Digits of a number in a column without decimals in common.</summary>
    private const int SignificantDigits = 6;

    private const int LeastSmallDigits = 2;
    private const int DecimalsMost = 6;

    /// <summary>From this on a number shows no decimals, then one, two and three.</summary>
    private static readonly ImmutableArray<double> Steps = [100_000, 1000, 10, 1];

    /// <summary>Decimals of each column; null where each number shows its own digits.</summary>
    public static ImmutableArray<int?> Of(ReportTable table) =>
        [.. Enumerable.Range(0, table.Headings.Length).Select(column => OfColumn(table, column))];

    /// <summary>The text of a number.</summary>
    public static string Text(string number, int? decimals)
    {
        double value = double.Parse(number, CultureInfo.InvariantCulture);
        if (decimals is not { } places) return Significant(value, SignificantDigits);
        string text = value.ToString($"N{places}", CultureInfo.InvariantCulture);
        bool isLost = value != 0 && text.All(letter => letter is '0' or '.' or '-' or ',');
        return isLost ? Significant(value, LeastSmallDigits) : text;
    }

    private static int? OfColumn(ReportTable table, int column)
    {
        var values = table.Rows.Where(row => row[column].IsNumber)
            .Select(row => Math.Abs(double.Parse(row[column].Text, CultureInfo.InvariantCulture)))
            .Where(value => value > 0).ToImmutableArray();
        if (values.IsEmpty || values.All(value => value == Math.Floor(value))) return 0;
        double most = values.Max();
        if (most / values.Min() > SpreadMost) return null;
        int step = Steps.Count(least => most < least);
        return step == Steps.Length ? DecimalsMost : step;
    }

    private static string Significant(double value, int digits)
    {
        if (value == 0) return "0";
        double size = Math.Abs(value);
        bool isPlain = size is >= 1e-4 and < 1e15;
        if (!isPlain) return value.ToString("0.#####E+0", CultureInfo.InvariantCulture);
        int before = (int)Math.Floor(Math.Log10(size)) + 1;
        int decimals = Math.Clamp(digits - before, 0, 9);
        string pattern = decimals == 0 ? "#,##0" : "#,##0." + new string('#', decimals);
        return value.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
