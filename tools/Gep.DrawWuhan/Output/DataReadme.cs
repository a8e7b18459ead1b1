using System.Globalization;
using Gep.DrawWuhan.Checks;
using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Parcels;
using Gep.DrawWuhan.Waters;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Output;

/// <summary>
/// Writes the README beside the layers: what follows which fact, what is invented, what was checked.
/// </summary>
internal static class DataReadme
{
    private const string BuiltUp = "built-up, not covered";

    /// <summary>The lines of README.md.</summary>
    public static IEnumerable<string> Lines(Layer[] layers, PlacedShape[] lakes, PlacedShape[] reserves,
        Conversion[] conversions, Ground ground, Ground later, Check[] checks)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "facts", "README.template.md"))
            .ReplaceLineEndings("\n").TrimEnd()
            .Replace("{layers}", Join(LayerRows(layers, ground)))
            .Replace("{types}", Join(ground.FreeByType.Select(
                e => $"| {e.Key} | {Km(e.Value)} | {Km(later.FreeByType[e.Key])} |")))
            .Replace("{conversions}", Join(conversions.Select(c =>
                $"| {c.Number} | {c.From} | {(c.To.Length > 0 ? c.To : BuiltUp)} "
                + $"| {c.Parcels} | {Km(c.SquareMetres)} | {c.Note} |")))
            .Replace("{deviations}", Join(Deviations(layers)))
            .Replace("{places}", Join([.. Places(lakes, "tolerance_km"), .. Places(reserves, null)]))
            .Replace("{checks}", Join(checks.Select(c => c.Row())));
        return text.Split('\n');
    }

    private static string Join(IEnumerable<string> rows) => string.Join('\n', rows);

    private static string Km(double squareMetres) =>
        (squareMetres / Sheet.SquareKilometre).ToString("F2", CultureInfo.InvariantCulture);

    private static IEnumerable<string> LayerRows(Layer[] layers, Ground ground)
    {
        foreach (Layer layer in layers)
        {
            double drawn = layer.Features.Where(f => f.HoldsIn(DrawWuhan.FirstYear)).Sum(f => f.SquareMetres);
            double taken = ground.TakenByLayer.FirstOrDefault(t => t.Layer == layer.Id).Taken;
            yield return $"| {layer.Id} | {LayerCatalog.FilesOf(layer)} | {layer.Features.Length} "
                + $"| {Km(drawn)} | {Km(taken)} |";
        }
    }

    private static IEnumerable<string> Deviations(Layer[] layers)
    {
        const double Tolerance = 0.01;
        foreach (Feature forest in layers.First(layer => layer.Id == "forests").Features)
        {
            if (forest["register_area_mu"] is not decimal mu) continue;
            double measured = forest.SquareMetres / (double)ForestRegister.SquareMetresPerMu;
            double share = (double)mu / measured - 1;
            if (Math.Abs(share) > Tolerance)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"| {forest.Id} | {mu:F2} | {measured:F2} | {share * 100:+0.0;-0.0} % |");
        }
    }

    private static IEnumerable<string> Places(PlacedShape[] shapes, string? tolerance)
    {
        const double MovedKilometres = 0.05, InsideShare = 0.97, MetresPerKilometre = 1000;
        foreach (PlacedShape shape in shapes)
        {
            Coordinate published = Sheet.FromLonLat(
                shape.Fact.Number("fact_lon"), shape.Fact.Number("fact_lat"));
            double moved = shape.At.Distance(published) / MetresPerKilometre;
            if (moved < MovedKilometres && shape.InStatedDistricts > InsideShare) continue;
            string within = tolerance is null ? "none given" : shape.Fact[tolerance];
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {shape.Fact["name_zh"]} | {shape.Fact["districts"]} | {moved:F1} | {within} "
                + $"| {shape.InStatedDistricts * 100:F0} % |");
        }
    }
}
