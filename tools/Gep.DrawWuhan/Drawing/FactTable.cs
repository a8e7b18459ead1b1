using System.Globalization;

namespace Gep.DrawWuhan.Drawing;

/// <summary>One row of a fact file: its cells by column name.</summary>
internal sealed class FactRow(Dictionary<string, string> cells)
{
    /// <summary>The text of a column.</summary>
    public string this[string column] => cells[column];

    /// <summary>The number of a column.</summary>
    public double Number(string column) => double.Parse(cells[column], CultureInfo.InvariantCulture);

    /// <summary>The whole number of a column.</summary>
    public int Whole(string column) => int.Parse(cells[column], CultureInfo.InvariantCulture);

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
            throw new InvalidDataException($"{file}: {cells.Length} cells instead of {columns.Length}: {line}");
        return new FactRow(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
