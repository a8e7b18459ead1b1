using System.Globalization;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Drawing;

/// <summary>One row of a fact file: its cells by column name.</summary>
internal sealed class FactRow(Dictionary<string, string> cells)
{
    /// <summary>The text of a column.</summary>
    public string this[string column] => cells[column];

    /// <summary>The number of a column.</summary>
    public double Number(string column) => double.Parse(cells[column], CultureInfo.InvariantCulture);

    /// <summary>The number of a column with its decimals; nothing when the cell is empty.</summary>
    public decimal? Decimal(string column) => cells[column].Length == 0
        ? null
        : decimal.Parse(cells[column], CultureInfo.InvariantCulture);

    /// <summary>The whole number of a column.</summary>
    public int Whole(string column) => int.Parse(cells[column], CultureInfo.InvariantCulture);

    /// <summary>The points of a column written as <c>lon lat;lon lat</c>, on the drawing sheet.</summary>
    public Coordinate[] Path(string column) => [.. cells[column].Split(';').Select(point => point.Split(' '))
        .Select(p => Sheet.FromLonLat(
            double.Parse(p[0], CultureInfo.InvariantCulture),
                double.Parse(p[1], CultureInfo.InvariantCulture)))];

    /// <summary>The codes of a column written as <c>420106/420111</c>.</summary>
    public string[] Codes(string column) => cells[column].Split('/', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Reads the small comma-separated fact files beside the program; they use no quotes.</summary>
internal static class FactTable
{
    /// <summary>All rows of one fact file, in file order.</summary>
    public static FactRow[] Read(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "facts", file));
        string[] columns = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => ToRow(file, columns, line))];
    }

    private static FactRow ToRow(string file, string[] columns, string line)
    {
        string[] cells = line.Split(',');
        if (cells.Length != columns.Length)
            throw new InvalidDataException($"{file}: not {columns.Length} cells but {cells.Length}: {line}");
        return new FactRow(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
