using Gep.Api.Layers;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

public class LayersFileEditTests
{
    private const string Written =
        """
        # seen by people
        layers:
          - id: lakes   # the lakes
            files: ["lakes.geojson", 'more.geojson'] # two
            crs: EPSG:4490
            years: {from: 2019, to: 2025}
            licence: "CC0-1.0"
          - {id: rivers, files: [rivers.geojson], crs: EPSG:4490, licence: x}
          - id: woods
            files:
              - a.ndjson
              - b.ndjson   # the last

            crs: EPSG:4490
        """;

    [Theory]
    [InlineData("lakes", "    files: [\"n\"] # two\n    crs: \"c\"\n    schematic: false\n    years:")]
    [InlineData("rivers", "  - {id: rivers, files: [\"n\"], crs: \"c\", schematic: false, licence: x}\n")]
    [InlineData("woods", "    files: [\"n\"]   # the last\n\n    crs: \"c\"\n    schematic: false")]
    public void Set_ValuesOfOneLayer_ChangesNothingElse(string layer, string expected)
    {
        string text = LayersFileEdit.Set(Written, layer, Values);

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(
            Written.Split('\n').Count(line => !text.Contains(line, StringComparison.Ordinal)),
            layer == "woods" ? 2 : 1);
    }

    [Theory]
    [InlineData("data", "layers", "layers.yaml")]
    [InlineData("tests", "workspaces", "tiny", "layers", "layers.yaml")]
    public void Set_EachLayerOfAWorkspace_ReadsBackWithItsValues(params string[] path)
    {
        string whole = File.ReadAllText(Repository.PathOf(path));
        var problems = new Gep.Api.Workspaces.ProblemList();
        var before = Gep.Api.Workspaces.YamlFile.Parse(new StringReader(whole), "x", problems)!;
        foreach (var entry in before.Find("layers")!.Items)
        {
            string id = entry.Find("id")!.Text!;
            string text = LayersFileEdit.Set(whole, id, Values);

            var after = Gep.Api.Workspaces.YamlFile.Parse(new StringReader(text), "x", problems)!;
            var changed = after.Find("layers")!.Items.Single(each => each.Find("id")!.Text == id);
            Assert.Equal("n", Assert.Single(changed.Find("files")!.Items).Text);
            Assert.Equal(("c", "false"), (changed.Find("crs")!.Text, changed.Find("schematic")!.Text));
            Assert.Equal(entry.Find("licence")!.Text, changed.Find("licence")!.Text);
        }
        Assert.Empty(problems.All);
    }

    [Fact]
    public void Set_LayerThatIsNotThere_Throws() =>
        Assert.Throws<InvalidOperationException>(() => LayersFileEdit.Set(Written, "seas", Values));

    private static KeyValuePair<string, string>[] Values =>
        [new("files", "[\"n\"]"), new("schematic", "false"), new("crs", "\"c\"")];
}
