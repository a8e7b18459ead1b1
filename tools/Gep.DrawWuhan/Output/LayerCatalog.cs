namespace Gep.DrawWuhan.Output;

/// <summary>Writes layers.yaml: one entry a layer, the same keys in the same order.</summary>
internal static class LayerCatalog
{
    /// <summary>The lines of layers.yaml.</summary>
    public static IEnumerable<string> Lines(Layer[] layers)
    {
        yield return "# Schematic layers of Wuhan, written by tools/Gep.DrawWuhan; see README.md.";
        yield return "# Ecosystem layers from the strongest to the weakest: the order of precedence.";
        yield return "layers:";
        foreach (string line in Entry(
            "districts", "districts", "区", "Districts", "districts.geojson", "§2", "medium",
            "id: id, code: code, name: name, nameEnglish: name_en, "
            + "officialAreaSquareKilometres: official_area_km2"))
            yield return line;
        foreach (Layer layer in layers)
            foreach (string line in Entry(layer.Id, layer.Role, layer.NameZh, layer.NameEn, FilesOf(layer),
                layer.Place, layer.Confidence, layer.Attributes))
                yield return line;
    }

    /// <summary>The file or file pattern of a layer, relative to the layers folder.</summary>
    public static string FilesOf(Layer layer)
    {
        if (layer.Files == LayerFiles.LinesByDistrict) return layer.Id + "/*.ndjson";
        return layer.Id + (layer.Files == LayerFiles.Lines ? ".ndjson" : ".geojson");
    }

    private static IEnumerable<string> Entry(
        string id, string role, string nameZh, string nameEn, string files, string place,
            string confidence, string attributes)
    {
        yield return $"  - id: {id}";
        yield return $"    role: {role}";
        yield return $"    name: {{zh: {nameZh}, en: {nameEn}}}";
        yield return $"    files: [\"{files}\"]";
        yield return "    crs: EPSG:4490";
        yield return "    years: {from: 2019, to: 2025}";
        yield return "    schematic: true";
        yield return "    licence: CC0-1.0";
        yield return $"    source: {{key: WUHAN-FACTS, place: \"{place}\", confidence: {confidence}}}";
        yield return "    attributes:";
        foreach (string pair in attributes.Split(", ")) yield return "      " + pair;
    }
}
