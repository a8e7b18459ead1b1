using System.Globalization;
using System.Text.Json;

namespace Gep.DrawHouseholds;

/// <summary>Reads what households share from a workspace.</summary>
internal static class Registers
{
    private const string StateOwned = "state";
    private const int Id = 0, District = 1, Plant = 5, Capacity = 10;

    /// <summary>The graded parcels that no state farm holds, in order of their ids.</summary>
    public static IReadOnlyList<Holding> Forests(string workspace)
    {
        var parcels = new List<Holding>();
        foreach (string file in Directory.GetFiles(Path.Combine(workspace, "layers", "forests"), "*.ndjson"))
        {
            foreach (string line in File.ReadLines(file))
            {
                using var feature = JsonDocument.Parse(line);
                var parcel = feature.RootElement.GetProperty("properties");
                bool isGraded = parcel.TryGetProperty("grade", out _);
                if (!isGraded || parcel.GetProperty("ownership").GetString() == StateOwned) continue;
                parcels.Add(new Holding(
                    parcel.GetProperty("id").GetString()!, parcel.GetProperty("district").GetString()!,
                    parcel.GetProperty("register_area_mu").GetDecimal()));
            }
        }
        return [.. parcels.OrderBy(parcel => parcel.Id, StringComparer.Ordinal)];
    }

    /// <summary>The solar plants, in order of their rows.</summary>
    public static IReadOnlyList<Holding> Plants(string workspace) =>
    [
        .. File.ReadLines(Path.Combine(workspace, "monitoring", "wh-pvfloor-2019.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Where(fields => fields[Id].Length > 0)
            .Select(fields => new Holding(
                fields[Plant], fields[District],
                decimal.Parse(fields[Capacity], CultureInfo.InvariantCulture))),
    ];
}
