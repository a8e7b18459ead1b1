using System.Globalization;

namespace Gep.Testing;

/// <summary>
/// One row of ../shared/reference: the area of a class in a district, computed by another program.
/// </summary>
public sealed record ReferenceArea(
    string District,
    string Class,
    int Pieces,
    double SumHectares,
    double UnionHectares,
    double DistrictHectares)
{
    public const double SquareMetresPerHectare = 10_000;

    /// <summary>The rows are printed to 0.0001 ha.</summary>
    public const double PrintedToHectares = 0.5e-4;

    public static IReadOnlyList<ReferenceArea> Read(string file) =>
        [.. File.ReadLines(Repository.SharedPathOf("reference", file)).Skip(1).Select(line =>
        {
            string[] cells = line.Split(',');
            return new ReferenceArea(
                cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture),
                Number(cells[3]), Number(cells[4]), Number(cells[5]));
        })];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
