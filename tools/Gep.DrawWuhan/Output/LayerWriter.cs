using System.Text;
using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;

namespace Gep.DrawWuhan.Output;

/// <summary>Writes the layer files: text, one feature a line, line feeds, no byte order mark.</summary>
internal static class LayerWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes lines to a file whose folder is made when missing.</summary>
    public static void Write(string path, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")), Utf8);
    }

    /// <summary>Writes a layer in its files.</summary>
    public static void Write(string folder, Layer layer)
    {
        IEnumerable<string> lines = layer.Features.Select(FeatureText.Line);
        switch (layer.Files)
        {
            case LayerFiles.Collection:
                Write(Path.Combine(folder, layer.Id + ".geojson"), Collection([.. lines]));
                break;
            case LayerFiles.Lines:
                Write(Path.Combine(folder, layer.Id + ".ndjson"), lines);
                break;
            case LayerFiles.LinesByDistrict:
                foreach (IGrouping<string, Feature> file in layer.Features.GroupBy(feature => feature.File))
                    Write(Path.Combine(folder, layer.Id, file.Key + ".ndjson"),
                        file.Select(FeatureText.Line));
                break;
        }
    }

    /// <summary>Writes the districts, with nine decimals so that their areas are exact.</summary>
    public static void WriteDistricts(string folder, District[] districts) =>
        Write(Path.Combine(folder, "districts.geojson"),
            Collection([.. districts.Select(d => FeatureText.Line(
            [
                ("id", d.Code), ("code", d.Code), ("name", d.NameZh), ("name_en", d.NameEn),
                ("official_area_km2", (decimal)d.OfficialSquareKilometres), ("source", d.Source),
                ("confidence", d.Confidence),
            ], d.Ring))]));

    private static IEnumerable<string> Collection(string[] features)
    {
        yield return "{\"type\":\"FeatureCollection\",\"features\":[";
        for (int i = 0; i < features.Length; i++)
            yield return i < features.Length - 1 ? features[i] + "," : features[i];
        yield return "]}";
    }
}
