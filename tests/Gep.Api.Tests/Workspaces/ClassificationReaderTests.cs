using Gep.Api.Tests.Accounts;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Workspaces;

public sealed class ClassificationReaderTests
{
    /// <summary>
    /// Codes of the land survey where mapping goes wrong most easily. Source: [METHODS] §2.2.
    /// </summary>
    [Theory]
    [InlineData("0101", "CRO/paddy")]
    [InlineData("0301K", "FOR")]
    [InlineData("0304", "WET/marsh")]
    [InlineData("0306", "WET/marsh")]
    [InlineData("0402", "WET/marsh")]
    [InlineData("0307", "FOR/sparse")]
    [InlineData("0810", "URB")]
    [InlineData("0810A", "BUI")]
    [InlineData("1102", "WET/lake")]
    [InlineData("1104", "WET/pond")]
    [InlineData("1104A", "WET/aquaculture")]
    [InlineData("1106", "WET/flat")]
    public void SurveyCode_OfTheWorkspace_MapsToItsType(string survey, string type) =>
        Assert.Equal(type, new WuhanAccount().Classification.FindBySurveyCode(survey)!.Value.ToString());

    [Fact]
    public void SurveyCode_Unknown_IsNull() =>
        Assert.Null(new WuhanAccount().Classification.FindBySurveyCode("9999"));

    [Fact]
    public void Read_OfAnEmptyFolder_NamesEachMissingFile()
    {
        string root = Directory.CreateTempSubdirectory("gep-empty-").FullName;
        var problems = new ProblemList();
        var classification = ClassificationReader.Read(root, problems);
        Directory.Delete(root);
        Assert.Empty(classification.Types);
        Assert.Equal(
            [
                "classifications/districts.csv", "classifications/ecosystem-types.yaml",
                "classifications/services.yaml",
            ],
            problems.All.Select(problem => problem.Where));
    }
}
