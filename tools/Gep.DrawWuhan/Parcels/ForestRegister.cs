using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;

namespace Gep.DrawWuhan.Parcels;

/// <summary>What the register says of one forest parcel.</summary>
internal sealed record ForestEntry(
    Village Village, string Payee, string Ownership, string? Grade, decimal AreaMu);

/// <summary>
/// The invented forest register: who is paid for which parcel. Public-benefit parcels add up to exactly the
/// published area; names say that they are invented.
/// </summary>
internal sealed class ForestRegister
{
    /// <summary>Square metres of a mu: 10 000 / 15.</summary>
    public const decimal SquareMetresPerMu = 10_000m / 15m;

    /// <summary>89 万亩 of public-benefit forest.</summary>
    public const decimal PublicBenefitMu = 890_000.00m;

    private const double SlightlyOffShare = 0.08, SlightlyOffMost = 0.004, ParkStateShare = 0.6;
    private const double StateShare = 0.2, CollectiveShare = 0.68;
    private const int SpreadOver = 400;

    /// <summary>
    /// Two entries that are paid on, by less than what refuses a schedule, and one that is not.
    /// </summary>
    private static readonly (string District, double Deviation, bool IsPublicBenefit)[] OnPurpose =
        [("420116", 0.062, true), ("420115", -0.041, true), ("420117", 0.125, false)];

    private readonly Dictionary<Cell, ForestEntry> entries = [];

    /// <summary>A register of the forest cells, in their stable order.</summary>
    public ForestRegister(Cell[] forests, Landscape landscape, Villages villages, DistrictIndex districts)
    {
        Dictionary<Cell, decimal> mu = forests.ToDictionary(cell => cell, Measured);
        Dictionary<Cell, string> grades = Grades(forests, landscape, mu);
        Deviate(forests, grades, mu, districts);
        Spread(grades.Keys, mu, PublicBenefitMu - grades.Keys.Sum(cell => mu[cell]));
        int household = 0;
        foreach (Cell cell in forests)
        {
            Village village = villages.At(cell.District, cell.Middle);
            string district = districts.Districts[cell.District].NameZh;
            string ownership = OwnershipOf(cell, landscape);
            string payee = ownership switch
            {
                "state" => $"{district}国有林场{1 + cell.Number % 4:D2}(示意)",
                "collective" => $"{village.Town[3..]}{village.Name}村集体(示意)",
                _ => $"示意户{++household:D4}",
            };
            entries.Add(cell, new(village, payee, ownership, grades.GetValueOrDefault(cell), mu[cell]));
        }
    }

    /// <summary>The entry of a forest cell.</summary>
    public ForestEntry this[Cell cell] => entries[cell];

    private static decimal ToMu(double squareMetres) =>
        Math.Round((decimal)squareMetres / SquareMetresPerMu, 2, MidpointRounding.AwayFromZero);

    /// <summary>The measured area, for some parcels a few thousandths off, as registers are.</summary>
    private static decimal Measured(Cell cell)
    {
        double area = cell.SquareMetres;
        if (Chance.Of("off", cell.Number, cell.Part) < SlightlyOffShare)
            area *= 1 + (Chance.Of("off-by", cell.Number, cell.Part) - 0.5) * 2 * SlightlyOffMost;
        return ToMu(area);
    }

    private static string OwnershipOf(Cell cell, Landscape landscape)
    {
        double chance = Chance.Of("owner", cell.Number, cell.Part);
        if (landscape.Hill(cell.Middle) >= Landscape.NamedHill)
            return chance < ParkStateShare ? "state" : "collective";
        return chance < StateShare ? "state" : chance < CollectiveShare ? "collective" : "individual";
    }

    /// <summary>
    /// Public-benefit forest: hills first, until the next parcel would exceed the published area.
    /// </summary>
    private static Dictionary<Cell, string> Grades(
        Cell[] forests, Landscape landscape, Dictionary<Cell, decimal> mu)
    {
        const double Patch = 0.8, PatchMetres = 3500;
        Dictionary<Cell, string> grades = [];
        decimal left = PublicBenefitMu;
        foreach (Cell cell in forests.Where(c => c.Conversion == 0)
            .OrderByDescending(c => landscape.Hill(c.Middle)
                + Patch * Chance.Noise("public", c.Middle.X, c.Middle.Y, PatchMetres))
            .ThenBy(c => c.Number).ThenBy(c => c.Part))
        {
            if (mu[cell] > left) continue;
            left -= mu[cell];
            grades.Add(cell, GradeOf(cell, landscape));
        }
        return grades;
    }

    /// <summary>
    /// Adds what is left to the published area to the largest parcels, in hundredths of a mu.
    /// </summary>
    private static void Spread(IEnumerable<Cell> graded, Dictionary<Cell, decimal> mu, decimal left)
    {
        Cell[] largest = [.. graded.OrderByDescending(c => mu[c]).ThenBy(c => c.Number).Take(SpreadOver)];
        decimal each = decimal.Floor(left * 100 / largest.Length) / 100;
        foreach (Cell cell in largest) mu[cell] += each;
        mu[largest[0]] += left - each * largest.Length;
    }

    private static string GradeOf(Cell cell, Landscape landscape)
    {
        const double HillWeight = 0.3, HillMost = 1.5, PatchMetres = 5000, NationalFrom = 0.82,
            ProvincialFrom = 0.7;
        double rank = HillWeight * Math.Min(landscape.Hill(cell.Middle), HillMost)
            + Chance.Noise("grade", cell.Middle.X, cell.Middle.Y, PatchMetres);
        return rank > NationalFrom ? "national" : rank > ProvincialFrom ? "provincial" : "city";
    }

    private static void Deviate(
        Cell[] forests, Dictionary<Cell, string> grades, Dictionary<Cell, decimal> mu,
        DistrictIndex districts)
    {
        const decimal LargeMu = 200;
        foreach ((string code, double deviation, bool isPublicBenefit) in OnPurpose)
        {
            Cell cell = forests.First(c => districts.Districts[c.District].Code == code && c.Conversion == 0
                && grades.ContainsKey(c) == isPublicBenefit && mu[c] > LargeMu);
            mu[cell] = ToMu(cell.SquareMetres * (1 + deviation));
        }
    }
}
