using Gep.Spatial.Problems;

namespace Gep.Spatial.Tests.Problems;

public class LayerProblemTests
{
    [Fact]
    public void At_EveryCode_HasTextsInBothLanguages()
    {
        foreach (LayerProblemCode code in Enum.GetValues<LayerProblemCode>())
        {
            LayerProblem problem = LayerProblem.At(code, new LayerPlace("file"), "d0", "d1", "d2", "d3",
                "d4");
            Assert.All(
                new[] { problem.TextChinese, problem.RemedyChinese },
                text => Assert.EndsWith("。", text, StringComparison.Ordinal));
            Assert.NotEqual("", problem.TextEnglish);
            Assert.NotEqual("", problem.RemedyEnglish);
            Assert.Contains(problem.TextChinese, letter => letter > 0x4E00);
        }
    }

    [Fact]
    public void ToString_AllKnown_NamesThePlace()
    {
        var place = new LayerPlace("a.geojson", 7, "p7", "class", "x", 114.3, 30.5);
        Assert.Equal(
            "geometry-missing: The feature has no geometry. Draw the geometry or remove the feature. "
            + "[a.geojson, feature 7 (id p7), class = x, at 114.3000000 30.5000000]",
            LayerProblem.At(LayerProblemCode.GeometryMissing, place).ToString());
    }

    [Fact]
    public void RefusesLayer_ProblemOfOneFeature_DoesNot()
    {
        LayerProblem ofFeature = LayerProblem.At(LayerProblemCode.GeometryMissing, new LayerPlace("a", 1));
        LayerProblem ofFile = LayerProblem.At(LayerProblemCode.CrsConflict, new LayerPlace("a"), "b", "c");
        LayerProblem brokenOff = LayerProblem.At(LayerProblemCode.NotJson, new LayerPlace("a", 1), "b");
        Assert.Equal(
            [false, true, true], new[] { ofFeature, ofFile, brokenOff }.Select(found => found.RefusesLayer));
    }
}
