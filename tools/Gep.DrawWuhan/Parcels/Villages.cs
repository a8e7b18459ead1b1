using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Parcels;

/// <summary>An invented village; its names say that they are invented (示意).</summary>
internal sealed record Village(string Town, string Name, Coordinate At);

/// <summary>
/// Invented towns and villages, spread over each district; ground belongs to the nearest village.
/// </summary>
internal sealed class Villages
{
    private const double TownSquareKilometres = 80;
    private const int TownsMin = 3, VillagesPerTown = 14, TriesMax = 20_000;

    private readonly Village[][] byDistrict;

    /// <summary>Villages for all districts.</summary>
    public Villages(DistrictIndex districts) => byDistrict =
        [.. districts.Districts.Select((_, i) => Spread(districts, i))];

    /// <summary>The village that ground around a place of the drawing sheet belongs to.</summary>
    public Village At(int district, Coordinate at) =>
        byDistrict[district].MinBy(village => village.At.Distance(at))!;

    private static Village[] Spread(DistrictIndex districts, int district)
    {
        District facts = districts.Districts[district];
        int count = Math.Max(TownsMin, (int)(facts.OfficialSquareKilometres / TownSquareKilometres));
        Coordinate[] places = [.. Places(districts, district).Take(count * (VillagesPerTown + 1))];
        Coordinate[] towns = places[..count];
        int[] used = new int[count];
        return [.. places[count..].Select(at =>
        {
            int town = Enumerable.Range(0, count).MinBy(i => towns[i].Distance(at));
            return new Village($"{facts.NameZh}示意乡{town + 1:D2}", $"示意村{++used[town]:D3}", at);
        })];
    }

    private static IEnumerable<Coordinate> Places(DistrictIndex districts, int district)
    {
        Envelope box = districts.OnGrid[district].EnvelopeInternal;
        string code = districts.Districts[district].Code;
        for (int i = 0; i < TriesMax; i++)
        {
            var at = new Coordinate(
                Math.Round(box.MinX + box.Width * Chance.Of("village-x", district, i)),
                Math.Round(box.MinY + box.Height * Chance.Of("village-y", district, i)));
            if (districts.CodeAt(at) == code) yield return Sheet.FromGrid(at);
        }
    }
}
