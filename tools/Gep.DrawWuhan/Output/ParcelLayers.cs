using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Parcels;
using Gep.DrawWuhan.Waters;

namespace Gep.DrawWuhan.Output;

/// <summary>Turns what was drawn into the features of each layer, numbered in stable order.</summary>
internal sealed class ParcelLayers(
    DistrictIndex districts, Cell[] cells, ForestRegister register, Conversion[] conversions)
{
    private const int NewLakeNumbersFrom = 71;

    /// <summary>Rivers: one feature a stretch.</summary>
    public static Feature[] Rivers(RiverStretch[] stretches) => [.. stretches.Select((stretch, i) =>
        new Feature($"RIVER-{i + 1:D3}", "WET/river", stretch.Shape, "rivers")
        {
            Attributes =
            [
                ("name", stretch.Fact["name_zh"]), ("name_en", stretch.Fact["name_en"]),
                ("stretch", stretch.Number), ("source", stretch.Fact["source"]),
                ("confidence", stretch.Fact["confidence"]),
            ],
        })];

    /// <summary>Named lakes, then the ground that conversions add to them.</summary>
    public Feature[] Lakes(PlacedShape[] lakes)
    {
        List<Feature> features = [.. lakes.Select(lake => new Feature(
            $"LAKE-{lake.Fact.Whole("number"):D3}", "WET/" + lake.Fact["kind"], lake.Shape, "lakes")
            {
                Attributes =
                [
                    ("name", lake.Fact["name_zh"]), ("name_en", lake.Fact["name_en"]),
                    ("district", lake.Fact["districts"]),
                    ("whole_area_km2", lake.Fact.Decimal("area_km2")),
                    ("source", lake.Fact["source"]), ("confidence", lake.Fact["confidence"]),
                ],
            })];
        int number = NewLakeNumbersFrom;
        foreach (Cell cell in cells.Where(c => TypeIn(c, isNew: true) == "WET/lake"))
            features.Add(new($"LAKE-{number++:D3}", "WET/lake", cell.Shape, "lakes")
            {
                ValidFrom = Conversions.Year,
                Attributes =
                [
                    ("name", "退塘还湖(示意)"), ("name_en", "pond returned to lake (schematic)"),
                    ("district", CodeOf(cell)), ("conversion", NoteOf(cell)),
                ],
            });
        return [.. features];
    }

    /// <summary>
    /// The parcels of a layer: cells whose type starts with a prefix, before or after conversion.
    /// </summary>
    public Feature[] Parcels(string prefix, string idPrefix)
    {
        List<Feature> features = [];
        int[] numbers = new int[districts.Districts.Length];
        foreach (Cell cell in cells.OrderBy(c => c.District).ThenBy(c => c.Number).ThenBy(c => c.Part))
        {
            foreach (bool isNew in (bool[])[false, true])
            {
                string type = TypeIn(cell, isNew);
                if (type == "WET/lake" || !type.StartsWith(prefix, StringComparison.Ordinal)) continue;
                string id = $"{idPrefix}-{CodeOf(cell)}-{++numbers[cell.District]:D5}";
                features.Add(new(id, type, cell.Shape, CodeOf(cell))
                {
                    ValidFrom = isNew ? Conversions.Year : null,
                    ValidTo = !isNew && cell.Conversion > 0 ? Conversions.Year : null,
                    Attributes = [.. Attributes(cell, type, isNew)],
                });
            }
        }
        return [.. features];
    }

    private IEnumerable<(string, object?)> Attributes(Cell cell, string type, bool isNew)
    {
        yield return ("district", CodeOf(cell));
        if (type.StartsWith("FOR/", StringComparison.Ordinal) && !isNew)
        {
            ForestEntry entry = register[cell];
            yield return ("town", entry.Village.Town);
            yield return ("village", entry.Village.Name);
            yield return ("payee", entry.Payee);
            yield return ("ownership", entry.Ownership);
            yield return ("grade", entry.Grade);
            yield return ("register_area_mu", entry.AreaMu);
        }
        if (cell.Conversion > 0) yield return ("conversion", NoteOf(cell));
    }

    /// <summary>
    /// Type before the conversion year, or from it on where a conversion changes it; else empty.
    /// </summary>
    private string TypeIn(Cell cell, bool isNew)
    {
        if (!isNew) return cell.Type;
        return cell.Conversion == 0 ? "" : conversions.First(c => c.Number == cell.Conversion).To;
    }

    private string NoteOf(Cell cell) => conversions.First(c => c.Number == cell.Conversion).Note;

    private string CodeOf(Cell cell) => districts.Districts[cell.District].Code;
}
